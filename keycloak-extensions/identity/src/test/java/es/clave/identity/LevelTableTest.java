package es.clave.identity;

import static es.clave.identity.AssuranceLevel.HIGH;
import static es.clave.identity.AssuranceLevel.LOW;
import static es.clave.identity.AssuranceLevel.SUBSTANTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelTableTest {

    @ParameterizedTest
    @CsvSource({
        "PIN_SMS, LOW, LOW",
        "PIN_APP, LOW, SUBSTANTIAL",
        "PERMANENT, LOW, LOW",
        "PERMANENT_SMS, LOW, SUBSTANTIAL",
        "MOBILE, LOW, SUBSTANTIAL",
        "CERTIFICATE_SOFTWARE, SUBSTANTIAL, SUBSTANTIAL",
        "CERTIFICATE_DEVICE, HIGH, HIGH"
    })
    void theDefaultsAreTheTableOfClave(AuthenticationMethod method, AssuranceLevel basic, AssuranceLevel advanced) {
        assertThat(LevelTable.defaults().reached(method, RegistrationLevel.BASIC))
                .isEqualTo(basic);
        assertThat(LevelTable.defaults().reached(method, RegistrationLevel.ADVANCED))
                .isEqualTo(advanced);
    }

    @ParameterizedTest
    @EnumSource
    void everyMethodHasARow(AuthenticationMethod method) {
        assertThat(LevelTable.defaults().row(method)).isNotNull();
    }

    @Test
    void aMethodCanReachALevelWhenSomeCitizensCan() {
        assertThat(LevelTable.defaults().canReach(AuthenticationMethod.PIN_APP, SUBSTANTIAL))
                .isTrue();
        assertThat(LevelTable.defaults().canReach(AuthenticationMethod.PIN_APP, HIGH))
                .isFalse();
        assertThat(LevelTable.defaults().canReach(AuthenticationMethod.PIN_SMS, LOW))
                .isTrue();
        assertThat(LevelTable.defaults().canReach(AuthenticationMethod.PIN_SMS, SUBSTANTIAL))
                .isFalse();
    }

    @Test
    void changingARowLeavesTheOthersAndTheDefaults() {
        LevelTable changed =
                LevelTable.defaults().with(AuthenticationMethod.PIN_SMS, new LevelTable.Row(LOW, SUBSTANTIAL));

        assertThat(changed.reached(AuthenticationMethod.PIN_SMS, RegistrationLevel.ADVANCED))
                .isEqualTo(SUBSTANTIAL);
        assertThat(changed.row(AuthenticationMethod.MOBILE))
                .isEqualTo(LevelTable.defaults().row(AuthenticationMethod.MOBILE));
        assertThat(LevelTable.defaults().reached(AuthenticationMethod.PIN_SMS, RegistrationLevel.ADVANCED))
                .isEqualTo(LOW);
    }

    @ParameterizedTest
    @CsvSource({"LOW/SUBSTANTIAL, LOW, SUBSTANTIAL", "' LOW / HIGH ', LOW, HIGH", "HIGH/HIGH, HIGH, HIGH"})
    void aRowIsReadAsItIsWritten(String text, AssuranceLevel basic, AssuranceLevel advanced) {
        LevelTable.Row row = new LevelTable.Row(basic, advanced);

        assertThat(LevelTable.Row.parse(text)).contains(row);
        assertThat(LevelTable.Row.parse(row.toString())).contains(row);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LOW", "LOW/", "/LOW", "LOW/LOW/LOW", "low/low", "LOW/MEDIUM", "LOW SUBSTANTIAL"})
    void whatIsNotTwoLevelsIsNoRow(String text) {
        assertThat(LevelTable.Row.parse(text)).isEmpty();
    }

    @Property
    void noTextBreaksReadingARow(@ForAll String text, @ForAll("almostRows") String almost) {
        LevelTable.Row.parse(text);
        LevelTable.Row.parse(almost)
                .ifPresent(row -> assertThat(almost.replaceAll("\\s", "")).isEqualTo(row.toString()));
    }

    @Test
    void assuranceLevelsAreOrderedAsEidasAndNumberedAsKeycloak() {
        assertThat(Arrays.stream(AssuranceLevel.values()).map(AssuranceLevel::uri))
                .containsExactly(
                        "http://eidas.europa.eu/LoA/low",
                        "http://eidas.europa.eu/LoA/substantial",
                        "http://eidas.europa.eu/LoA/high");
        assertThat(Arrays.stream(AssuranceLevel.values()).map(AssuranceLevel::loa))
                .containsExactly(1, 2, 3);
        assertThat(HIGH.atLeast(LOW)).isTrue();
        assertThat(LOW.atLeast(LOW)).isTrue();
        assertThat(LOW.atLeast(SUBSTANTIAL)).isFalse();
        assertThat(AssuranceLevel.ofLoa(2)).contains(SUBSTANTIAL);
        assertThat(AssuranceLevel.ofLoa(0)).isEmpty();
        assertThat(AssuranceLevel.ofLoa(4)).isEmpty();
    }

    @Test
    void advancedIsMoreThanBasic() {
        assertThat(RegistrationLevel.ADVANCED.atLeast(RegistrationLevel.BASIC)).isTrue();
        assertThat(RegistrationLevel.BASIC.atLeast(RegistrationLevel.BASIC)).isTrue();
        assertThat(RegistrationLevel.BASIC.atLeast(RegistrationLevel.ADVANCED)).isFalse();
    }

    @Provide
    Arbitrary<String> almostRows() {
        return Arbitraries.of("LOW", "SUBSTANTIAL", "HIGH", "/", " ", "X")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }
}
