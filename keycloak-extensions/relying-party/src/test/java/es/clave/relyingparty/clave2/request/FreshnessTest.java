package es.clave.relyingparty.clave2.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreshnessTest {

    private static final Freshness FRESHNESS = new Freshness(Duration.ofMinutes(5), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"0", "-300000", "30000"})
    void aMessageIsOfNowToTheEdges(long millis) {
        assertThatCode(() -> FRESHNESS.check(request(Forge.NOW.plusMillis(millis)), Forge.CLOCK))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"-300001, TOO_OLD", "-86400000, TOO_OLD", "30001, FROM_THE_FUTURE", "86400000, FROM_THE_FUTURE"})
    void beyondTheEdgesItIsNot(long millis, Refusal refusal) {
        assertThatThrownBy(() -> FRESHNESS.check(request(Forge.NOW.plusMillis(millis)), Forge.CLOCK))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }

    @Test
    void aLogoutIsOverWhenItSaysSo() {
        assertThatCode(() -> FRESHNESS.check(logout(Forge.NOW.plusMillis(1)), Forge.CLOCK))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> FRESHNESS.check(logout(Forge.NOW), Forge.CLOCK))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.TOO_OLD));
    }

    @Test
    void aMessageIsRememberedForAsLongAsItWouldBeOfNow() {
        assertThat(FRESHNESS.remembered()).isGreaterThan(Duration.ofMinutes(5).plusSeconds(30));
    }

    private static AuthnRequest request(Instant issuedAt) {
        return new AuthnRequest(
                "_a",
                issuedAt,
                "",
                "",
                "",
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static LogoutRequest logout(Instant notOnOrAfter) {
        return new LogoutRequest("_a", Forge.NOW, Optional.of(notOnOrAfter), "", "", "");
    }
}
