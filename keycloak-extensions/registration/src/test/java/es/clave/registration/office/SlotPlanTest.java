package es.clave.registration.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotPlanTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Test
    void anOfficeGivesWholeSlotsWhileItIsOpen() {
        SlotPlan plan = new SlotPlan(Samples.office("a", 1, Samples.MADRID, "Mo-Fr 09:00-10:10"));

        assertThat(plan.on(TUESDAY))
                .extracting(Slot::start)
                .containsExactly(
                        Instant.parse("2026-11-24T08:00:00Z"),
                        Instant.parse("2026-11-24T08:20:00Z"),
                        Instant.parse("2026-11-24T08:40:00Z"));
    }

    @Test
    void theCanaryIslandsOpenAnHourLater() {
        RegistrationOffice canary = Samples.office("a", 1, ZoneId.of("Atlantic/Canary"), "Mo-Fr 09:00-10:10");

        assertThat(new SlotPlan(canary).on(TUESDAY).get(0).start()).isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
    }

    @Test
    void nineInTheMorningIsNineInSummerToo() {
        SlotPlan plan = new SlotPlan(Samples.office("a", 1));

        assertThat(plan.on(LocalDate.of(2026, 7, 1)).get(0).start()).isEqualTo(Instant.parse("2026-07-01T07:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01",
        "2027-01-06",
        "2027-03-26",
        "2028-04-14",
        "2028-05-01",
        "2028-08-15",
        "2026-10-12",
        "2027-11-01",
        "2027-12-06",
        "2026-12-08",
        "2026-12-25"
    })
    void nobodyIsServedOnNationalHolidays(LocalDate holiday) {
        assertThat(new SlotPlan(Samples.office("a", 1, Samples.MADRID, "Mo-Su 09:00-11:00")).on(holiday))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024, 2024-03-31", "2026, 2026-04-05", "2027, 2027-03-28", "2038, 2038-04-25", "2285, 2285-03-22"})
    void easterIsWhereTheCalendarHasIt(int year, LocalDate easter) {
        assertThat(NationalHolidays.easter(year)).isEqualTo(easter);
    }

    @Test
    void aFreeSlotIsAmongThoseThatBeginInTheStretch() {
        SlotPlan plan = new SlotPlan(Samples.office("a", 1));
        Instant from = Instant.parse("2026-11-24T09:30:00Z");

        assertThat(plan.between(from, Instant.parse("2026-11-25T08:20:00Z")))
                .extracting(Slot::start)
                .containsExactly(Instant.parse("2026-11-24T09:40:00Z"), Instant.parse("2026-11-25T08:00:00Z"));
        assertThat(plan.at(Instant.parse("2026-11-24T08:20:00Z"))).isPresent();
        assertThat(plan.at(Instant.parse("2026-11-24T08:21:00Z"))).isEmpty();
    }
}
