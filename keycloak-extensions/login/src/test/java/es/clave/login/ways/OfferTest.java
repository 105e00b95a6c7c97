package es.clave.login.ways;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.LevelTable;
import es.clave.identity.RegistrationLevel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferTest {

    private static final List<AuthenticationMethod> PERMANENT =
            List.of(AuthenticationMethod.PERMANENT, AuthenticationMethod.PERMANENT_SMS);

    @Test
    void aWayThatReachesTheLevelForSomebodyIsOpenToWhoIsNotKnownYet() {
        assertThat(judge(PERMANENT, AssuranceLevel.SUBSTANTIAL, Optional.empty()))
                .isEqualTo(Offer.Standing.OPEN);
    }

    @Test
    void aWayThatReachesTheLevelForNobodyIsTooLow() {
        assertThat(judge(List.of(AuthenticationMethod.PIN_SMS), AssuranceLevel.SUBSTANTIAL, Optional.empty()))
                .isEqualTo(Offer.Standing.TOO_LOW);
        assertThat(judge(PERMANENT, AssuranceLevel.HIGH, Optional.of(RegistrationLevel.ADVANCED)))
                .isEqualTo(Offer.Standing.TOO_LOW);
    }

    @Test
    void whoIsKnownIsJudgedByTheirRegistration() {
        assertThat(judge(PERMANENT, AssuranceLevel.SUBSTANTIAL, Optional.of(RegistrationLevel.ADVANCED)))
                .isEqualTo(Offer.Standing.OPEN);
        assertThat(judge(PERMANENT, AssuranceLevel.SUBSTANTIAL, Optional.of(RegistrationLevel.BASIC)))
                .isEqualTo(Offer.Standing.NEEDS_ADVANCED);
        assertThat(judge(PERMANENT, AssuranceLevel.LOW, Optional.of(RegistrationLevel.BASIC)))
                .isEqualTo(Offer.Standing.OPEN);
    }

    @Test
    void aWayOfWhichTheAgencyWillHaveNoneIsExcluded() {
        assertThat(judge(List.of(), AssuranceLevel.LOW, Optional.empty())).isEqualTo(Offer.Standing.EXCLUDED);
    }

    private static Offer.Standing judge(
            List<AuthenticationMethod> accepted, AssuranceLevel required, Optional<RegistrationLevel> registration) {
        return Offer.judge(accepted, LevelTable.defaults(), required, registration);
    }
}
