package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import es.clave.demo.clave2.Answer;
import es.clave.demo.clave2.LoginRequest;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Clave2Agency;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WithCertificates;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.CertificatePages;
import es.clave.integrationtests.pages.Clave2Pages;
import es.clave.integrationtests.pages.PermanentPages;
import es.clave.integrationtests.pages.PinPages;
import es.clave.integrationtests.pages.WayPages;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in and every level, as an application by Cl@ve 2 asks for them and is told of them. */
@ExtendWith(WorldExtension.class)
@Order(3)
class Clave2WaysTest {

    private static final String LEVEL = "http://eidas.europa.eu/LoA/";
    private static final String CLAVE = "http://es.minhafp.clave/";
    private static final Citizen CITIZEN = Population.of("99990001P");

    private final Clave clave;
    private final Clave2Agency agency;
    private final Page page;
    private final Clave2Pages application;
    private final WayPages ways;
    private final CertificatePages certificate;
    private final PermanentPages permanent;

    Clave2WaysTest(@WithCertificates Clave clave, Visitors visitors) {
        this.clave = clave;
        this.agency = new Clave2Agency(clave.clave2(clave.node()), clave.clock());
        this.page = CertificatePages.open(visitors, clave, clave.certificates().onCard(CITIZEN));
        this.application = new Clave2Pages(page, clave, agency);
        this.ways = new WayPages(page);
        this.certificate = new CertificatePages(page);
        this.permanent = new PermanentPages(page, clave.messages());
    }

    @ParameterizedTest
    @CsvSource({
        "pin, low, low, PIN24H",
        "permanent, low, low, SEGSOC",
        "permanent, substantial, substantial, SEGSOC",
        "certificate, substantial, high, AFIRMA",
        "certificate, high, high, AFIRMA"
    })
    void eachWayIsToldByItsNameWithTheLevelThatItReached(String way, String asked, String reached, String name)
            throws Exception {
        LoginRequest request =
                request(asked).attribute(CLAVE + "PartialAfirma", way.equals("certificate"), Optional.empty());
        application.send(request);

        logIn(way, asked);

        Answer.Identified answer = application.identified(request);
        assertThat(answer.nameId()).isEqualTo(CITIZEN.nationalId());
        assertThat(answer.level()).isEqualTo(LEVEL + reached);
        assertThat(answer.attribute(CLAVE + "SelectedIdP")).contains(name);
        Optional<String> validation = answer.attribute(CLAVE + "PartialAfirma");
        assertThat(validation.isPresent()).isEqualTo(way.equals("certificate"));
        validation.ifPresent(
                base64 -> assertThat(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
                        .contains(CITIZEN.nationalId()));
    }

    @Test
    void oneSessionRisesFromLevelToLevelAndIsAskedOnlyForWhatIsMissing() throws Exception {
        LoginRequest low = request("low");
        application.send(low);
        logIn("permanent", "low");
        assertThat(application.identified(low).level()).isEqualTo(LEVEL + "low");

        LoginRequest substantial = request("substantial");
        application.send(substantial);
        page.locator("#clave-ways, #clave-permanent-request").first().waitFor();
        if (ways.way("permanent").isVisible()) {
            ways.choose("permanent");
        }
        assertThat(page.locator("#clave-permanent-request")).isVisible();
        int already = permanent.messagesOf(CITIZEN);
        permanent.press("request");
        permanent.enterCode(CITIZEN, already);
        assertThat(application.identified(substantial).level()).isEqualTo(LEVEL + "substantial");

        LoginRequest high = request("high");
        application.send(high);
        certificate.show();
        Answer.Identified highest = application.identified(high);
        assertThat(highest.level()).isEqualTo(LEVEL + "high");
        assertThat(highest.attribute(CLAVE + "SelectedIdP")).contains("AFIRMA");

        LoginRequest again = request("low");
        application.send(again);
        assertThat(application.identified(again).nameId()).isEqualTo(CITIZEN.nationalId());
    }

    @Test
    void aLevelThatTheCitizenDoesNotReachIsAnErrorWithItsNumber() throws Exception {
        LoginRequest request = request("high").without("AFirmaIdP");
        application.send(request);
        assertThat(page.locator("#clave-level")).isVisible();

        new PinPages(page, clave.messages()).press("return");

        assertThat(application.failed(request).message()).startsWith("202004 - ");
    }

    @Test
    void theCitizenIsOfferedWhatTheRequestLeavesUntilNothingRemains() throws Exception {
        LoginRequest withoutPin = request("low").without("AEATIdP");
        application.send(withoutPin);
        assertThat(ways.way("permanent")).isVisible();
        assertThat(ways.way("certificate")).isVisible();
        assertThat(ways.way("pin")).hasCount(0);

        // Only one remains, so that there is nothing to choose.
        LoginRequest certificateOnly = withoutAllBut("AFirmaIdP");
        application.send(certificateOnly);
        certificate.show();
        assertThat(application.identified(certificateOnly).attribute(CLAVE + "SelectedIdP"))
                .contains("AFIRMA");

        // A session that began by a way which this request excludes is none for it.
        LoginRequest pinOnly = withoutAllBut("AEATIdP");
        application.send(pinOnly);
        int already = permanent.messagesOf(CITIZEN);
        permanent.press("request");
        permanent.enterCode(CITIZEN, already);
        assertThat(application.identified(pinOnly).attribute(CLAVE + "SelectedIdP"))
                .contains("PIN24H");

        LoginRequest nothing = withoutAllBut("none");
        application.send(nothing);
        assertThat(application.failed(nothing).detail()).isEqualTo("NoAvailableIDP");
    }

    private LoginRequest withoutAllBut(String way) {
        LoginRequest request = request("low");
        for (String each : new String[] {"AEATIdP", "AFirmaIdP", "GISSIdP", "CLVMOVILIdP", "EIDASIdP"}) {
            if (!each.equals(way)) {
                request.without(each);
            }
        }
        return request;
    }

    private LoginRequest request(String level) {
        return agency.request().level(Optional.of(LEVEL + level));
    }

    private void logIn(String way, String level) {
        switch (way) {
            case "pin" -> new PinPages(page, clave.messages()).logIn(CITIZEN);
            case "permanent" -> {
                permanent.choose();
                int already = permanent.messagesOf(CITIZEN);
                permanent.logIn(CITIZEN, CITIZEN.password());
                if (!level.equals("low")) {
                    permanent.enterCode(CITIZEN, already);
                }
            }
            default -> {
                if (!level.equals("high")) {
                    certificate.choose("certificate");
                }
                certificate.show();
            }
        }
    }
}
