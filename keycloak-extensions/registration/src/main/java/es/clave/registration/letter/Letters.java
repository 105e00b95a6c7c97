package es.clave.registration.letter;

import es.clave.documents.InvitationLetter;
import es.clave.documents.LetterPdf;
import es.clave.documents.Pdf;
import es.clave.identity.LetterCode;
import es.clave.identity.NationalId;
import es.clave.messaging.Attachment;
import es.clave.messaging.Letter;
import es.clave.messaging.Outbox;
import es.clave.platform.SlowHash;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.RealmModel;

/** The letters of one realm, in the transaction of the session: a letter, its code and its row are there together or not. */
final class Letters {

    /** What became of a request for a letter. */
    sealed interface Requested {

        /** On its way. */
        record Sent(Instant expiresAt) implements Requested {}

        /** Not now: another one went out not long ago, or too many did. */
        record TooSoon(Instant notBefore) implements Requested {}
    }

    /** Days are those of Spain. */
    static final ZoneId SPAIN = ZoneId.of("Europe/Madrid");

    private static final String REFERENCE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int REFERENCE_LENGTH = 12;

    /** A print shop that takes longer than this would leave too little of the code's life. */
    private static final Duration HAND_OVER = Duration.ofDays(5);

    private static final String FILE_NAME = "carta.pdf";

    private final RealmModel realm;
    private final LetterRows rows;
    private final LetterSecrets secrets;
    private final Outbox outbox;
    private final LetterSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    Letters(
            RealmModel realm,
            LetterRows rows,
            LetterSecrets secrets,
            Outbox outbox,
            LetterSettings settings,
            Clock clock,
            SecureRandom random) {
        this.realm = realm;
        this.rows = rows;
        this.secrets = secrets;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** Sends a letter with a new code, unless the limits say no; earlier codes stay valid until they expire. */
    Requested request(Addressee addressee, boolean abroad) {
        Instant now = clock.instant();
        String subject = subject(addressee.nationalId());
        rows.claim(realm.getId(), subject);
        Optional<Instant> notBefore =
                notBefore(rows.requestedSince(realm.getId(), subject, now.minus(settings.lettersCountFor())), now);
        if (notBefore.isPresent()) {
            return new Requested.TooSoon(notBefore.get());
        }
        LetterCode code = LetterCode.random(random);
        String reference = reference();
        Instant expiresAt = now.plus(settings.lifetime(abroad));
        String id = UUID.randomUUID().toString();
        rows.insert(
                realm.getId(),
                subject,
                new LetterEntity(
                        id,
                        realm.getId(),
                        subject,
                        reference,
                        secrets.hash().of(code.value()),
                        secrets.seal().close(id, addressee),
                        now,
                        expiresAt,
                        settings.reminderBefore().isZero()
                                ? Optional.empty()
                                : Optional.of(expiresAt.minus(settings.reminderBefore()))));
        send(addressee, reference, Optional.of(code), now, now, expiresAt, now.plus(HAND_OVER));
        return new Requested.Sent(expiresAt);
    }

    private Optional<Instant> notBefore(List<Instant> requested, Instant now) {
        if (requested.size() >= settings.letters()) {
            // The oldest of those that count must cease to count.
            return Optional.of(requested.get(settings.letters() - 1).plus(settings.lettersCountFor()));
        }
        return requested.stream()
                .findFirst()
                .map(latest -> latest.plus(settings.spacing()))
                .filter(now::isBefore);
    }

    /** Whether this is the code of a letter of that person. Takes the same time however many letters there are. */
    boolean knows(NationalId nationalId, LetterCode typed) {
        List<SlowHash.Hashed> codes = rows.codes(realm.getId(), subject(nationalId), clock.instant());
        boolean known = false;
        for (int i = 0; i < Math.max(settings.letters(), codes.size()); i++) {
            SlowHash.Hashed code = i < codes.size() ? codes.get(i) : SlowHash.nothing();
            known |= secrets.hash().matches(code, typed.value());
        }
        return known;
    }

    /** Reminds of a letter by another, which carries no code. */
    void remind(LetterRows.Due due, Addressee addressee) {
        Instant now = clock.instant();
        send(addressee, reference(), Optional.empty(), now, due.requestedAt(), due.expiresAt(), due.expiresAt());
    }

    private void send(
            Addressee addressee,
            String reference,
            Optional<LetterCode> code,
            Instant writtenAt,
            Instant requestedAt,
            Instant expiresAt,
            Instant usefulUntil) {
        InvitationLetter letter = new InvitationLetter(
                addressee.language(),
                addressee.lines(),
                reference,
                code,
                day(writtenAt),
                day(requestedAt),
                // On the day itself it ends at an hour that no letter tells.
                day(expiresAt).minusDays(1),
                addressee.page());
        Pdf pdf = LetterPdf.of(letter);
        outbox.send(
                realm,
                new Letter(
                        reference,
                        addressee.lines(),
                        addressee.country(),
                        addressee.language(),
                        new Attachment(FILE_NAME, Pdf.MEDIA_TYPE, pdf.bytes()),
                        pdf.pages(),
                        LetterPdf.title(letter),
                        List.of(addressee.page()),
                        usefulUntil));
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, SPAIN);
    }

    private String subject(NationalId nationalId) {
        return secrets.subjects().of(realm.getId(), nationalId.value());
    }

    private String reference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            if (i % 4 == 0 && i > 0) {
                reference.append('-');
            }
            reference.append(REFERENCE_ALPHABET.charAt(random.nextInt(REFERENCE_ALPHABET.length())));
        }
        return reference.toString();
    }
}
