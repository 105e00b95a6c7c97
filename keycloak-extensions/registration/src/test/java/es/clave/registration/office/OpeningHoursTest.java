package es.clave.registration.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    @Test
    void aWeekIsReadAndWritten() {
        OpeningHours hours = OpeningHours.parse("Mo-We 09:00-14:00, Tu+Th 16:00-18:30");

        assertThat(hours.on(DayOfWeek.TUESDAY)).hasSize(2);
        assertThat(hours.on(DayOfWeek.THURSDAY)).hasSize(1);
        assertThat(hours.on(DayOfWeek.SUNDAY)).isEmpty();
        assertThat(OpeningHours.parse(hours.text())).isEqualTo(hours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mo",
                "Mo-Fr",
                "Lu 09:00-14:00",
                "Fr-Mo 09:00-14:00",
                "Mo 14:00-09:00",
                "Mo 09:00-25:00",
                "Mo 9-14",
                "Mo-Tu-We 09:00-14:00",
                "Mo 09:00-14:00, Mo-Fr 13:00-15:00"
            })
    void whatIsNoWeekIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OpeningHours.parse(text));
    }
}
