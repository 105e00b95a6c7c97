package es.clave.registration.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedDaysTest {

    @Test
    void aDayWithoutAYearIsOfEachYearAndOneWithItOfThatYearOnly() {
        ClosedDays days = ClosedDays.parse("02-28, 2026-12-24");

        assertThat(days.include(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(days.include(LocalDate.of(2031, 2, 28))).isTrue();
        assertThat(days.include(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(days.include(LocalDate.of(2027, 12, 24))).isFalse();
        assertThat(days.include(LocalDate.of(2026, 2, 27))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02-28", "2026-12-24", "02-28, 05-02, 2026-12-24, 2026-12-31"})
    void whatIsWrittenIsReadBack(String text) {
        assertThat(ClosedDays.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"28-02", "2026-02-30", "Christmas", "02-28;05-02", "02-28,"})
    void whatIsNoDayIsRefusedSayingHowToWriteOne(String text) {
        assertThatThrownBy(() -> ClosedDays.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("closed days are written as in: 02-28, 2026-12-24");
    }

    @Test
    void nobodyIsServedOnAClosedDayAndEverybodyTheDayAfter() {
        SlotPlan plan = new SlotPlan(Samples.closedOn("2026-11-24"));

        assertThat(plan.on(LocalDate.of(2026, 11, 24))).isEmpty();
        assertThat(plan.on(LocalDate.of(2026, 11, 25))).isNotEmpty();
    }

    @Test
    void theOfficesOfTheDemoRestOnTheDayOfTheirRegion() {
        assertThat(DemoOffices.all()).allSatisfy(office -> assertThat(office.closed())
                .as(office.address().province())
                .isNotEqualTo(ClosedDays.NONE));
    }
}
