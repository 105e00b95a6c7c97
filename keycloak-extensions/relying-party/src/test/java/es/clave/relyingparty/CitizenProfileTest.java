package es.clave.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.RegistrationLevel;
import es.clave.platform.LoginNotes;
import es.clave.registry.Citizen;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CitizenProfileTest {

    private static final LoginFacts LOGIN = LoginFacts.of(
            Samples.session(Samples.notes(AuthenticationMethod.PIN_SMS, AssuranceLevel.LOW, RegistrationLevel.BASIC)));

    @Test
    void everyAttributeOfASpaniardSaysWhatTheRegistryKnows() {
        assertThat(told(Optional.of(Samples.spaniard()), LOGIN))
                .containsExactly(
                        Map.entry("person_identifier", "00000000T"),
                        Map.entry("given_name", "María del Mar"),
                        Map.entry("family_name", "Peña Güell"),
                        Map.entry("first_surname", "Peña"),
                        Map.entry("second_surname", "Güell"),
                        Map.entry("birthdate", "1980-02-29"),
                        Map.entry("registration_level", "BASIC"),
                        Map.entry("selected_idp", "PIN24H"));
    }

    @Test
    void aForeignerWithOneSurnameHasNoSecondOne() {
        assertThat(told(Optional.of(Samples.foreigner()), LOGIN))
                .containsEntry("person_identifier", "X0000000T")
                .containsEntry("family_name", "Smith")
                .doesNotContainKey("second_surname");
    }

    @Test
    void theRegistrationLevelIsThatOfTheLoginNotThatOfToday() {
        assertThat(Samples.spaniard().level()).isEqualTo(RegistrationLevel.ADVANCED);
        assertThat(told(Optional.of(Samples.spaniard()), LOGIN)).containsEntry("registration_level", "BASIC");
    }

    @Test
    void whoIsNoCitizenAndDidNotLogInByClaveHasNothingToTell() {
        assertThat(told(Optional.empty(), LoginFacts.of(Samples.session(Map.of()))))
                .isEmpty();
    }

    @Test
    void namesInTheSessionThatMeanNothingAreNotTold() {
        LoginFacts facts = LoginFacts.of(Samples.session(Map.of("clave.method", "MAGIC", "clave.level", "low")));
        assertThat(facts.method()).isEmpty();
        assertThat(facts.level()).isEmpty();
    }

    @Test
    void whoNeverRegisteredIsWhoTheCertificateSays() {
        Map<String, String> notes = Map.of(
                LoginNotes.METHOD, "CERTIFICATE_SOFTWARE",
                LoginNotes.LEVEL, "SUBSTANTIAL",
                LoginNotes.CERTIFICATE, "PGEvPg==",
                LoginNotes.CERTIFIED_ID, "99990019A",
                LoginNotes.CERTIFIED_GIVEN_NAME, "PABLO",
                LoginNotes.CERTIFIED_FIRST_SURNAME, "VÁZQUEZ",
                LoginNotes.CERTIFIED_SECOND_SURNAME, "RAMOS");

        assertThat(told(
                        Optional.empty(),
                        CertifiedPerson.of(Samples.session(notes)),
                        LoginFacts.of(Samples.session(notes))))
                .containsExactly(
                        Map.entry("person_identifier", "99990019A"),
                        Map.entry("given_name", "PABLO"),
                        Map.entry("family_name", "VÁZQUEZ RAMOS"),
                        Map.entry("first_surname", "VÁZQUEZ"),
                        Map.entry("second_surname", "RAMOS"),
                        Map.entry("selected_idp", "AFIRMA"),
                        Map.entry("partial_afirma", "PGEvPg=="));
    }

    @Test
    void whoIsRegisteredIsWhoTheRegistrySays() {
        assertThat(told(
                        Optional.of(Samples.spaniard()),
                        Optional.of(new CertifiedPerson("99990019A", "PABLO", "VÁZQUEZ", Optional.of("RAMOS"))),
                        LOGIN))
                .containsEntry("person_identifier", "00000000T")
                .containsEntry("second_surname", "Güell");
    }

    private static Map<String, String> told(Optional<Citizen> citizen, LoginFacts login) {
        return told(citizen, Optional.empty(), login);
    }

    private static Map<String, String> told(
            Optional<Citizen> citizen, Optional<CertifiedPerson> certified, LoginFacts login) {
        CitizenProfile profile = new CitizenProfile(citizen, certified, login);
        Map<String, String> told = new LinkedHashMap<>();
        Arrays.stream(CitizenAttribute.values())
                .forEach(attribute -> profile.value(attribute).ifPresent(value -> told.put(attribute.claim(), value)));
        return told;
    }
}
