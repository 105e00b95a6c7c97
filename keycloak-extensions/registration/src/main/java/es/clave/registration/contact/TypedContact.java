package es.clave.registration.contact;

import es.clave.identity.EmailAddress;
import es.clave.identity.MobileNumber;
import es.clave.identity.Parsed;
import es.clave.identity.PhoneCountry;
import es.clave.platform.FormFields;
import es.clave.registry.Citizen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/**
 * The contact data that were typed into a form, as they were typed and as they were understood.
 *
 * @param region the country that was chosen for the mobile, ISO 3166-1 alpha-2
 */
public record TypedContact(String region, String mobile, String email) {

    /** The field of the country. */
    public static final String REGION = "region";

    /** The field of the number. */
    public static final String MOBILE = "mobile";

    /** The field of the address. */
    public static final String EMAIL = "email";

    /** Nothing typed yet. */
    public static final TypedContact NOTHING = new TypedContact(PhoneCountry.HOME.region(), "", "");

    /** Contact data whose parts were understood. */
    public record Contact(MobileNumber mobile, EmailAddress email) {}

    /** What this form brought. */
    public static TypedContact of(FormFields form) {
        return new TypedContact(form.text(REGION), form.text(MOBILE), form.text(EMAIL));
    }

    /** What somebody would type who keeps these contact data. */
    public static TypedContact keeping(Citizen citizen) {
        return new TypedContact(
                PhoneCountry.HOME.region(),
                citizen.mobile().international(),
                citizen.email().orElse(""));
    }

    /** The contact data, if all parts were understood. */
    public Optional<Contact> contact() {
        return parsedMobile().valid().flatMap(number -> parsedEmail().valid().map(to -> new Contact(number, to)));
    }

    /** One message a field that was not understood. */
    public List<FormMessage> mistakes() {
        List<FormMessage> messages = new ArrayList<>();
        parsedMobile()
                .invalid()
                .map(TypedContact::messageKey)
                .ifPresent(key -> messages.add(new FormMessage(MOBILE, key)));
        parsedEmail()
                .invalid()
                .map(TypedContact::messageKey)
                .ifPresent(key -> messages.add(new FormMessage(EMAIL, key)));
        return messages;
    }

    private Parsed<MobileNumber, MobileNumber.Mistake> parsedMobile() {
        return MobileNumber.parse(mobile, PhoneCountry.of(region).orElse(PhoneCountry.HOME));
    }

    private Parsed<EmailAddress, EmailAddress.Mistake> parsedEmail() {
        return EmailAddress.parse(email);
    }

    private static String messageKey(MobileNumber.Mistake mistake) {
        return switch (mistake) {
            case EMPTY -> "mobileEmpty";
            case MALFORMED -> "mobileMalformed";
            case NOT_MOBILE -> "mobileNotMobile";
        };
    }

    private static String messageKey(EmailAddress.Mistake mistake) {
        return switch (mistake) {
            case EMPTY -> "emailEmpty";
            case MALFORMED -> "emailMalformed";
        };
    }

    @Override
    public String toString() {
        return "TypedContact[****]";
    }
}
