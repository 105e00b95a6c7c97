package es.clave.registration.office;

import es.clave.identity.MobileNumber;
import es.clave.platform.FormFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.utils.EmailValidationUtil;

/**
 * Where a visitor wants to be told of the appointment, as it was typed. The e-mail address may be missing, and nothing is
 * registered of it: who registers proves contact data at the desk.
 */
record AppointmentContact(String mobile, String email) {

    static final String MOBILE = "mobile";
    static final String EMAIL = "email";

    static AppointmentContact of(FormFields form) {
        return new AppointmentContact(form.text(MOBILE), form.text(EMAIL).strip());
    }

    List<FormMessage> mistakes() {
        List<FormMessage> mistakes = new ArrayList<>();
        MobileNumber.parse(mobile)
                .invalid()
                .ifPresent(mistake -> mistakes.add(new FormMessage(MOBILE, messageKey(mistake))));
        if (!email.isEmpty() && !EmailValidationUtil.isValidEmail(email)) {
            mistakes.add(new FormMessage(EMAIL, "officeEmailMalformed"));
        }
        return mistakes;
    }

    private static String messageKey(MobileNumber.Mistake mistake) {
        return switch (mistake) {
            case EMPTY -> "officeMobileEmpty";
            case MALFORMED -> "officeMobileMalformed";
            case NOT_MOBILE -> "officeMobileNotMobile";
        };
    }

    Optional<MobileNumber> number() {
        return MobileNumber.parse(mobile).valid();
    }

    Optional<String> address() {
        return Optional.of(email).filter(typed -> !typed.isEmpty());
    }

    @Override
    public String toString() {
        return "AppointmentContact[****]";
    }
}
