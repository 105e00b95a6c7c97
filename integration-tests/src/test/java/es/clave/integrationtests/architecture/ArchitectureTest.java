package es.clave.integrationtests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String WRONG = ArchitectureTest.class.getPackageName() + ".wrong";

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importLocations(builtHere());

    @Test
    void theArrowsPointToTheLeft() {
        Arrows.under("es.clave").check(ours);
    }

    @Test
    void noModuleIsOverlooked() {
        assertThat(ours.stream().map(type -> type.getPackageName().replaceFirst("^es\\.clave\\.?", "")))
                .containsAll(Arrows.modules());
    }

    @Test
    void everythingOursLiesInOurPackages() {
        classes()
                .should()
                .resideInAPackage("es.clave..")
                .because("a package under org.keycloak would be taken for Keycloak's own")
                .check(ours);
    }

    @Test
    void anArrowTurnedRoundIsNoticed() {
        JavaClasses wrong = new ClassFileImporter().importPackages(WRONG);

        assertThatThrownBy(() -> Arrows.under(WRONG).check(wrong))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("wrong.identity.TurnedRound")
                .hasMessageContaining("wrong.login.UsesItsNeighbour")
                .hasMessageContaining("wrong.challenge.UsesTheDemo")
                .hasMessageNotContaining("<" + WRONG + ".admin.Right.");
    }

    /** What this build compiled: the folders and jars on the class path that lie in the project. */
    private static List<Location> builtHere() {
        String project =
                Path.of(System.getProperty("clave.project")).normalize().toString();
        List<Location> locations = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.startsWith(project))
                .map(entry -> Location.of(new File(entry).toURI()))
                .toList();
        assertThat(locations).isNotEmpty();
        return locations;
    }
}
