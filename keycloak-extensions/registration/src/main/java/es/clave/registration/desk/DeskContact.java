package es.clave.registration.desk;

import es.clave.identity.EmailAddress;
import es.clave.identity.MobileNumber;
import es.clave.identity.PhoneCountry;
import es.clave.registration.contact.TypedContact;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/** Contact data as the desk takes them: who has no e-mail address needs none. */
record DeskContact(TypedContact typed) {

    List<FormMessage> mistakes() {
        return typed.mistakes().stream()
                .filter(mistake -> !(hasNoEmail() && mistake.getField().equals(TypedContact.EMAIL)))
                .toList();
    }

    Optional<MobileNumber> mobile() {
        return MobileNumber.parse(
                        typed.mobile(), PhoneCountry.of(typed.region()).orElse(PhoneCountry.HOME))
                .valid();
    }

    Optional<EmailAddress> email() {
        return EmailAddress.parse(typed.email()).valid();
    }

    private boolean hasNoEmail() {
        return typed.email().isBlank();
    }
}
