package es.clave.demo;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.demo.phone.Contact;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoCitizensTest {

    @Test
    void theTableIsReadByItsTitles() {
        DemoCitizens citizens = DemoCitizens.of(List.of(
                "# Demo citizens",
                "",
                "| Level | DNI/NIE | Contrast datum | Phone | Name | Case |",
                "| --- | --- | --- | --- | --- | --- |",
                "| ADVANCED | 99990001P | 17/05/2031 | +34600000001 | Ana | DNI |",
                "| – | 99990002D | 02/11/2029 | – | Luis | not registered |"));

        assertThat(citizens.contacts()).containsExactly(new Contact("Ana", "+34600000001"));
        assertThat(citizens.mostUseful())
                .extracting(DemoCitizens.Row::nationalId)
                .containsExactly("99990001P", "99990002D");
    }

    @Test
    void thePageOfTheProjectHasOneOfEachKind() {
        DemoCitizens citizens = DemoCitizens.in(Path.of("..", "docs", "demo-citizens.md"));

        assertThat(citizens.mostUseful()).hasSize(5);
        assertThat(citizens.mostUseful()).anyMatch(DemoCitizens.Row::hasNie);
        assertThat(citizens.mostUseful()).anyMatch(DemoCitizens.Row::hasPermanentDni);
        assertThat(citizens.mostUseful()).anyMatch(row -> !row.isRegistered());
        assertThat(citizens.contacts()).hasSizeGreaterThan(10);
    }

    @Test
    void withoutThePageThereIsNobody() {
        assertThat(DemoCitizens.in(Path.of("nowhere.md")).mostUseful()).isEmpty();
    }
}
