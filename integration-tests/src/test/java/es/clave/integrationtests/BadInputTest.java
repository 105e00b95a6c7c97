package es.clave.integrationtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static es.clave.integrationtests.harness.HttpVisitor.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import es.clave.integrationtests.harness.Citizen;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.CodeFlow;
import es.clave.integrationtests.harness.HttpVisitor;
import es.clave.integrationtests.harness.HttpVisitor.Answer;
import es.clave.integrationtests.harness.Population;
import es.clave.integrationtests.harness.Visitors;
import es.clave.integrationtests.harness.WorldExtension;
import es.clave.integrationtests.pages.Agency;
import es.clave.integrationtests.pages.PinPages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WorldExtension.class)
class BadInputTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;

    private final Clave clave;
    private final Visitors visitors;

    BadInputTest(Clave clave, Visitors visitors) {
        this.clave = clave;
        this.visitors = visitors;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99990001A | 17/05/2031 | La letra no corresponde al número",
                "99990001  | 17/05/2031 | Falta la letra",
                "hola      | 17/05/2031 | El DNI tiene 8 cifras y una letra",
                "''        | 17/05/2031 | Escriba su DNI o NIE",
                "99990001P | mayo       | Escriba la fecha con día, mes y año",
                "99990001P | 31/02/2031 | Esa fecha no existe",
                "99990001P | 01/01/9999 | Su DNI es permanente",
                "99990001P | ''         | Escriba la fecha de su DNI",
                "Z9990001W | 17/05/2031 | El número de soporte es una letra",
                "Z9990001W | E123456789 | El número de soporte es una letra"
            })
    void eachMistakeHasItsMessageAndLosesNothingTyped(String nationalId, String datum, String message) {
        Page page = visitors.open();
        Agency.open(page, clave.townHall()).logIn();
        PinPages pages = new PinPages(page, clave.messages());

        pages.identify(nationalId, datum);

        assertThat(pages.alert()).containsText(message);
        assertThat(pages.nationalId()).hasValue(nationalId);
        assertThat(pages.contrastDatum()).hasValue(datum);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "\u0000",
                "99990001P\u0000",
                "' OR '1'='1' --",
                "'; DROP TABLE CLAVE_CITIZEN; --",
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "${7*7}<#assign x=1>",
                "{{constructor.constructor('alert(1)')()}}",
                "../../../../etc/passwd",
                "\u202e99990001P",
                "\ud83d\ude00".repeat(100),
                "\ud800",
                "9".repeat(5_000),
                "%00%ff%fe",
                "\r\nSet-Cookie: a=b",
                "[object Object]");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextIsAMistakeLikeAnyOther(String text) {
        HttpVisitor visitor = new HttpVisitor();
        Answer form = identifyPage(visitor);

        for (Map<String, String> fields : List.of(
                fields("nationalId", text, "contrastDatum", "17/05/2031", "step", "request"),
                fields("nationalId", "99990001P", "contrastDatum", text, "step", "request"),
                fields("nationalId", text, "contrastDatum", text, "step", text))) {
            Answer answer = visitor.post(form.action(), fields);

            isAClearPage(answer);
            assertThat(answer.page().select("script:not([src]):containsData(alert), img[onerror]"))
                    .isEmpty();
            form = answer.has("nationalId") ? answer : identifyPage(visitor);
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextIsNoPin(String text) {
        Citizen citizen = Population.of("99990001P");
        HttpVisitor visitor = new HttpVisitor();
        Answer code = codePage(visitor, citizen);

        Answer answer = visitor.post(code.action(), fields("code", text, "step", "verify"));

        isAClearPage(answer);
        assertThat(answer.alert()).isNotEmpty();
    }

    @Test
    void aBodyOfFiveMegabytesIsRefusedAndTheLoginGoesOn() {
        Citizen citizen = Population.of("99990003X");
        HttpVisitor visitor = new HttpVisitor();
        Answer form = identifyPage(visitor);

        Answer oneField =
                visitor.postBody(form.action(), FORM, "step=request&nationalId=" + "9".repeat(FIVE_MEGABYTES));
        Answer manyFields = visitor.postBody(form.action(), FORM, "nationalId=1&".repeat(FIVE_MEGABYTES / 13));

        assertThat(oneField.status()).isBetween(400, 499);
        assertThat(manyFields.status()).isBetween(200, 499);
        Answer code = identify(visitor, identifyPage(visitor), citizen);
        assertThat(code.has("code")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "step=request",
                "nationalId=99990001P&step=request",
                "contrastDatum=x&step=request",
                "step=",
                "step=verify",
                "step=verify&code=123456",
                "step=resend",
                "step=change",
                "step=nothing",
                "step=request&step=verify",
                "%%%=%%%",
                "=",
                "&&&",
                "nationalId[]=1&step=request"
            })
    void missingAndUnexpectedFieldsAreAnsweredWithAPage(String body) {
        HttpVisitor visitor = new HttpVisitor();
        Answer form = identifyPage(visitor);

        Answer answer = visitor.postBody(form.action(), FORM, body);

        isAClearPage(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "step=verify",
                "code=&step=verify",
                "code=123456",
                "step=request",
                "step=change",
                "step=nothing",
                "%%%=%%%"
            })
    void missingAndUnexpectedFieldsAreAnsweredWithAPageOnTheSecondPageToo(String body) {
        Citizen citizen = Population.of("99990002D");
        HttpVisitor visitor = new HttpVisitor();
        Answer code = codePage(visitor, citizen);

        Answer answer = visitor.postBody(code.action(), FORM, body);

        isAClearPage(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", "multipart/form-data"})
    void aFormOfAnotherKindIsAnsweredWithAPage(String type) {
        HttpVisitor visitor = new HttpVisitor();
        Answer form = identifyPage(visitor);

        Answer answer = visitor.postBody(form.action(), type, "{\"step\":\"request\"}");

        isNoServerError(answer);
        assertThat(identifyPage(visitor).has("nationalId")).isTrue();
    }

    @Test
    void aStaleFormIsAnsweredWithAPageAndTheLoginGoesOn() {
        Citizen citizen = Population.of("99990004B");
        HttpVisitor visitor = new HttpVisitor();
        CodeFlow flow = new CodeFlow(clave);
        Answer first = visitor.get(flow.request(clave.node()));
        int already = clave.messages().to(citizen.mobile()).size();
        Answer code = identify(visitor, first, citizen);
        String pin = clave.messages().next(citizen.mobile(), already).pin();

        Answer stale = visitor.post(
                first.action(),
                fields(
                        "nationalId",
                        citizen.nationalId(),
                        "contrastDatum",
                        citizen.datumAsPrinted(),
                        "step",
                        "request"));

        isAClearPage(stale);
        Answer done = visitor.post(code.action(), fields("code", pin, "step", "verify"));
        if (flow.code(done).isEmpty()) {
            isAClearPage(done);
            done = visitor.post(done.action(), fields("code", pin, "step", "verify"));
        }
        assertThat(flow.code(done)).isPresent();
    }

    @Test
    void aFormSentWithoutItsCookiesIsAnsweredWithAPage() {
        Answer form = identifyPage(new HttpVisitor());

        Answer answer = new HttpVisitor()
                .post(
                        form.action(),
                        fields("nationalId", "99990001P", "contrastDatum", "17/05/2031", "step", "request"));

        isAClearPage(answer);
        assertThat(answer.has("code")).isFalse();
    }

    @Test
    void aPinSentTwiceLogsInOnceAndBreaksNothing() {
        Citizen citizen = Population.of("99990010V");
        HttpVisitor visitor = new HttpVisitor();
        CodeFlow flow = new CodeFlow(clave);
        int already = clave.messages().to(citizen.mobile()).size();
        Answer code = identify(visitor, visitor.get(flow.request(clave.node())), citizen);
        String pin = clave.messages().next(citizen.mobile(), already).pin();
        URI action = code.action();

        List<CompletableFuture<Answer>> both = Stream.of(visitor.copy(), visitor.copy())
                .map(twin -> CompletableFuture.supplyAsync(
                        () -> twin.postOnly(action, fields("code", pin, "step", "verify"))))
                .toList();
        List<Answer> answers = both.stream().map(CompletableFuture::join).toList();

        answers.forEach(BadInputTest::isNoServerError);
        assertThat(answers.stream().filter(answer -> flow.code(answer).isPresent()))
                .hasSize(1);
    }

    @Test
    void aButtonPressedTwiceSendsOnePin() {
        Citizen citizen = Population.of("99990011H");
        HttpVisitor visitor = new HttpVisitor();
        Answer form = identifyPage(visitor);
        int already = clave.messages().to(citizen.mobile()).size();

        List<CompletableFuture<Answer>> both = Stream.of(visitor.copy(), visitor.copy())
                .map(twin -> CompletableFuture.supplyAsync(() -> identify(twin, form, citizen)))
                .toList();

        both.stream().map(CompletableFuture::join).forEach(BadInputTest::isAClearPage);
        clave.messages().next(citizen.mobile(), already);
        assertThat(clave.messages().to(citizen.mobile())).hasSize(already + 1);
    }

    @Test
    void goingBackFromThePinShowsTheLoginAgainAndThePinStillWorks() {
        Citizen citizen = Population.of("99990012L");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PinPages pages = new PinPages(page, clave.messages());
        String pin = pages.pinFor(citizen);

        page.goBack();
        page.goForward();
        if (!pages.code().isVisible()) {
            page.reload();
        }
        assertThat(pages.code()).isVisible();
        pages.enter(pin);

        townHall.knows(citizen);
    }

    @Test
    void goingBackAfterLoggingInIsAnsweredWithAPageAndTheLoginStands() {
        Citizen citizen = Population.of("99990013C");
        Page page = visitors.open();
        Agency townHall = Agency.open(page, clave.townHall());
        townHall.logIn();
        PinPages pages = new PinPages(page, clave.messages());
        pages.logIn(citizen);
        townHall.knows(citizen);

        page.goBack();
        assertThat(page.locator("h1")).not().isEmpty();

        townHall.goHome();
        townHall.knows(citizen);
    }

    private Answer identifyPage(HttpVisitor visitor) {
        Answer answer = visitor.get(new CodeFlow(clave).request(clave.node()));
        assertThat(answer.has("nationalId")).as(answer.page().text()).isTrue();
        return answer;
    }

    private Answer codePage(HttpVisitor visitor, Citizen citizen) {
        Answer answer = identify(visitor, identifyPage(visitor), citizen);
        assertThat(answer.has("code")).as(answer.page().text()).isTrue();
        return answer;
    }

    private static Answer identify(HttpVisitor visitor, Answer form, Citizen citizen) {
        return visitor.post(
                form.action(),
                fields(
                        "nationalId",
                        citizen.nationalId(),
                        "contrastDatum",
                        citizen.datumAsPrinted(),
                        "step",
                        "request"));
    }

    /** A page of Cl@ve's that says what happened and how to go on. */
    private static void isAClearPage(Answer answer) {
        isNoServerError(answer);
        Document page = answer.page();
        assertThat(page.select("h1").text())
                .as("the heading of %s", answer.body())
                .isNotEmpty();
        assertThat(page.select("main form[method=post], main a[href], main li")).isNotEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo("es");
    }

    private static void isNoServerError(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
    }
}
