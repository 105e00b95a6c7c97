package es.clave.integrationtests.account;

import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import es.clave.integrationtests.harness.Administrator;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.PinPages;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Mi Cl@ve refuses: forms of other sites, codes of other sessions, guesses, sessions of who was disabled. */
@ExtendWith(WorldExtension.class)
// Late: these citizens get other phones and addresses, or leave, and other tests know them as they were.
@Order(Integer.MAX_VALUE - 20)
class AccountSecurityTest {

    private final Clave clave;

    AccountSecurityTest(Clave clave) {
        this.clave = clave;
    }

    @Test
    void aFormWithoutTheTokenOfTheSessionChangesNothing() {
        HttpVisitor citizen = loggedIn(Population.of("Z9990007P"));
        HttpVisitor attacker = loggedIn(Population.of("X0000000T"));
        String theirs = token(attacker.get(account("/correo")));
        for (String token : new String[] {"", "x", theirs}) {
            Answer refused = citizen.post(
                    account("/correo"), fields("formToken", token, "step", "send", "email", "attacker@example.net"));
            assertThat(refused.status()).as(token).isEqualTo(403);
            assertThat(refused.page().select("main [role=alert]").text()).contains("no admite lo que ha enviado");
        }
        assertThat(citizen.post(account("/correo"), fields("step", "send", "email", "attacker@example.net"))
                        .status())
                .isEqualTo(403);
        assertThat(citizen.get(account("/correo")).has("email")).isTrue();
        assertThat(clave.messages().to("attacker@example.net")).isEmpty();
    }

    @Test
    void whoIsNotLoggedInSeesTheLoginAndSendsNothing() {
        HttpVisitor stranger = new HttpVisitor();
        assertThat(stranger.get(account("")).has("nationalId")).isTrue();
        Answer posted = stranger.post(account("/correo"), fields("step", "send", "email", "stranger@example.net"));
        assertThat(posted.has("nationalId")).isTrue();
        assertThat(clave.messages().to("stranger@example.net")).isEmpty();
    }

    @Test
    void whoComesBackFromTheLoginWithoutASessionDoesNotGoInCircles() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(account("?code=abc&session_state=x"))
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("No ha iniciado sesión");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void theSessionOfWhoWasDisabledSeesNothingAnyMore() {
        Citizen citizen = Population.of("Z9990007P");
        HttpVisitor visitor = loggedIn(citizen);
        String token = token(visitor.get(account("/correo")));
        Administrator administrator = new Administrator(clave.node());
        administrator.enable(citizen.nationalId(), false);
        try {
            assertThat(visitor.get(account("")).has("nationalId")).isTrue();
            visitor.post(
                    account("/correo"), fields("formToken", token, "step", "send", "email", "disabled@example.net"));
            assertThat(clave.messages().to("disabled@example.net")).isEmpty();
        } finally {
            administrator.enable(citizen.nationalId(), true);
        }
    }

    @Test
    void fiveWrongCodesKillTheRightOne() {
        HttpVisitor visitor = loggedIn(Population.of("Z9990007P"));
        String token = token(visitor.get(account("/correo")));
        String code = ask(visitor, token, "guessed@example.net");
        for (int left = 4; left >= 1; left--) {
            assertThat(verify(visitor, token, PinPages.wrong(code)).alert()).contains("le quedan: " + left);
        }
        assertThat(verify(visitor, token, PinPages.wrong(code)).alert()).contains("Se han acabado los intentos");
        assertThat(verify(visitor, token, code).alert()).contains("Se han acabado los intentos");
        assertThat(visitor.get(account("")).body()).doesNotContain("@example.net");
    }

    @Test
    void aCodeIsOfNoUseInAnotherSessionNorTwiceNorLater() {
        Citizen citizen = Population.of("X0000000T");
        HttpVisitor visitor = loggedIn(citizen);
        clave.letPass(Duration.ofMinutes(2));
        HttpVisitor elsewhere = loggedIn(citizen);
        String token = token(visitor.get(account("/correo")));
        String code = ask(visitor, token, "mine@example.net");
        String otherToken = token(elsewhere.get(account("/correo")));
        assertThat(verify(elsewhere, otherToken, code).alert()).contains("demasiado tiempo");

        clave.letPass(Duration.ofMinutes(11));
        assertThat(verify(visitor, token, code).alert()).contains("demasiado tiempo");

        String second = ask(visitor, token, "mine@example.net");
        assertThat(verify(visitor, token, second).page().text()).contains("Hemos cambiado su correo");
        assertThat(verify(visitor, token, second).alert()).contains("demasiado tiempo");
    }

    @Test
    void whatNoPageSendsIsAClearAnswer() {
        HttpVisitor visitor = loggedIn(Population.of("X0000000T"));
        String token = token(visitor.get(account("/correo")));
        assertThat(visitor.post(account("/correo"), fields("formToken", token, "step", "nonsense"))
                        .status())
                .isEqualTo(400);
        assertThat(visitor.get(account("?hecho=%3Cscript%3E")).body()).doesNotContain("<script>");
    }

    private String ask(HttpVisitor visitor, String token, String email) {
        int already = clave.messages().to(email).size();
        visitor.post(account("/correo"), fields("formToken", token, "step", "send", "email", email));
        return clave.messages().next(email, already).pin();
    }

    private Answer verify(HttpVisitor visitor, String token, String code) {
        return visitor.post(account("/correo"), fields("formToken", token, "step", "verify", "emailCode", code));
    }

    private HttpVisitor loggedIn(Citizen citizen) {
        HttpVisitor visitor = new HttpVisitor();
        int already = clave.messages().to(citizen.mobile()).size();
        Answer code = visitor.post(
                visitor.get(account("")).action(),
                fields(
                        "nationalId",
                        citizen.nationalId(),
                        "contrastDatum",
                        citizen.datumAsPrinted(),
                        "step",
                        "request"));
        String pin = clave.messages().next(citizen.mobile(), already).pin();
        Answer account = visitor.post(code.action(), fields("code", pin, "step", "verify"));
        assertThat(account.page().select("h1").text()).isEqualTo("Mi Cl@ve");
        return visitor;
    }

    private static String token(Answer page) {
        return page.page().select("input[name=formToken]").val();
    }

    private URI account(String path) {
        return clave.node().realmUrl("/mi-clave" + path);
    }
}
