package es.clave.registration.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.utils.FormMessage;

class TypedContactTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ES, '', '', mobileEmpty, emailEmpty",
                "ES, 12, ana@example.com, mobileMalformed, -",
                "ES, 912345678, ana@example.com, mobileNotMobile, -",
                "ES, 612345678, ana, -, emailMalformed",
                "FR, 612345678, ana@example.com, -, -",
                "ES, +33612345678, ana@example.com, -, -",
                "XX, 612345678, ana@example.com, -, -"
            })
    void eachMistakeHasItsOwnMessageAtItsField(
            String region, String mobile, String email, String mobileMessage, String emailMessage) {
        TypedContact typed = new TypedContact(region, mobile, email);

        assertThat(message(typed, TypedContact.MOBILE)).isEqualTo(mobileMessage);
        assertThat(message(typed, TypedContact.EMAIL)).isEqualTo(emailMessage);
        assertThat(typed.contact().isPresent()).isEqualTo(mobileMessage == null && emailMessage == null);
    }

    @Test
    void theCountryThatWasChosenCountsUnlessAPrefixWasTyped() {
        assertThat(new TypedContact("PT", "912345678", "ana@example.com").contact())
                .hasValueSatisfying(
                        contact -> assertThat(contact.mobile().e164()).isEqualTo("+351912345678"));
        assertThat(new TypedContact("PT", "+34612345678", "ana@example.com").contact())
                .hasValueSatisfying(
                        contact -> assertThat(contact.mobile().e164()).isEqualTo("+34612345678"));
    }

    @Test
    void itsTextFormSaysNothingOfWhatWasTyped() {
        assertThat(new TypedContact("ES", "612345678", "ana@example.com").toString())
                .doesNotContain("6123", "ana");
    }

    private static String message(TypedContact typed, String field) {
        List<String> keys = typed.mistakes().stream()
                .filter(message -> field.equals(message.getField()))
                .map(FormMessage::getMessage)
                .toList();
        assertThat(keys).hasSizeLessThanOrEqualTo(1);
        return keys.isEmpty() ? null : keys.get(0);
    }
}
