package es.clave.platform;

import es.clave.identity.ContrastDatum;
import es.clave.identity.NationalId;
import es.clave.identity.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The document that a citizen typed into the first page, as it was typed and as it was understood. */
public record TypedDocument(String nationalId, String contrastDatum) {

    /** The field of the number. */
    public static final String NATIONAL_ID = "nationalId";

    /** The field of the datum. */
    public static final String CONTRAST_DATUM = "contrastDatum";

    private static final String NOTE = "clave.typed.";

    /** OpenID Connect Core 1.0, 3.1.2.1; where Keycloak keeps it in every protocol. */
    private static final String LOGIN_HINT = "login_hint";

    /** A document whose two parts were understood. */
    public record Document(NationalId nationalId, ContrastDatum datum) {}

    /** What this form brought. */
    public static TypedDocument of(FormFields form) {
        return new TypedDocument(form.text(NATIONAL_ID), form.text(CONTRAST_DATUM));
    }

    /**
     * What was typed before in this browser window, so that nobody types it twice. Before anything was, the number that
     * the agency expects ({@code login_hint}; the subject of a SAML request), if it is one: a help in typing, no more.
     */
    public static TypedDocument of(AuthenticationSessionModel login) {
        return new TypedDocument(
                typed(login, NATIONAL_ID).or(() -> hinted(login)).orElse(""),
                typed(login, CONTRAST_DATUM).orElse(""));
    }

    private static Optional<String> hinted(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getClientNote(LOGIN_HINT))
                .flatMap(hint -> NationalId.parse(hint).valid())
                .map(NationalId::value);
    }

    private static Optional<String> typed(AuthenticationSessionModel login, String field) {
        return Optional.ofNullable(login.getAuthNote(NOTE + field));
    }

    /** Keeps what a page brought, for the page of another way; what that page did not ask stays as it was. */
    public static void keepWhatIsIn(FormFields form, AuthenticationSessionModel login) {
        TypedDocument now = of(form);
        TypedDocument before = of(login);
        new TypedDocument(
                        now.nationalId().isEmpty() ? before.nationalId() : now.nationalId(),
                        now.contrastDatum().isEmpty() ? before.contrastDatum() : now.contrastDatum())
                .keepIn(login);
    }

    /** Keeps it for as long as this browser window is on its way. */
    public void keepIn(AuthenticationSessionModel login) {
        login.setAuthNote(NOTE + NATIONAL_ID, nationalId);
        login.setAuthNote(NOTE + CONTRAST_DATUM, contrastDatum);
    }

    /** The document, if both parts were understood. */
    public Optional<Document> document() {
        return NationalId.parse(nationalId)
                .valid()
                .flatMap(id -> ContrastDatum.parse(id, contrastDatum).valid().map(datum -> new Document(id, datum)));
    }

    /** One message a field that was not understood; the datum can be judged only once it is known whose it is. */
    public List<FormMessage> mistakes() {
        List<FormMessage> messages = new ArrayList<>();
        Parsed<NationalId, NationalId.Mistake> id = NationalId.parse(nationalId);
        id.invalid().map(TypedDocument::messageKey).ifPresent(key -> messages.add(new FormMessage(NATIONAL_ID, key)));
        id.valid()
                .flatMap(holder -> ContrastDatum.parse(holder, contrastDatum).invalid())
                .or(() -> contrastDatum.isBlank() ? Optional.of(ContrastDatum.Mistake.EMPTY) : Optional.empty())
                .map(TypedDocument::messageKey)
                .ifPresent(key -> messages.add(new FormMessage(CONTRAST_DATUM, key)));
        return messages;
    }

    private static String messageKey(NationalId.Mistake mistake) {
        return switch (mistake) {
            case EMPTY -> "nationalIdEmpty";
            case MALFORMED -> "nationalIdMalformed";
            case LETTER_MISSING -> "nationalIdLetterMissing";
            case WRONG_LETTER -> "nationalIdWrongLetter";
        };
    }

    private static String messageKey(ContrastDatum.Mistake mistake) {
        return switch (mistake) {
            case EMPTY -> "contrastDatumEmpty";
            case MALFORMED_DATE -> "contrastDatumMalformedDate";
            case NO_SUCH_DATE -> "contrastDatumNoSuchDate";
            case PERMANENT_EXPIRY -> "contrastDatumPermanentExpiry";
            case MALFORMED_SUPPORT_NUMBER -> "contrastDatumMalformedSupportNumber";
        };
    }

    @Override
    public String toString() {
        return "TypedDocument[****]";
    }
}
