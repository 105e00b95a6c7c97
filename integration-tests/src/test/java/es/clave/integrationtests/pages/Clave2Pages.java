package es.clave.integrationtests.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import es.clave.demo.clave2.Answer;
import es.clave.demo.clave2.LoginRequest;
import es.clave.demo.clave2.NotBelieved;
import es.clave.demo.web.Html;
import es.clave.integrationtests.harness.Clave;
import es.clave.integrationtests.harness.Clave2Agency;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** An application of Cl@ve 2 whose requests and answers go through a browser: any request, and the answer word for word. */
public final class Clave2Pages {

    private final Page page;
    private final Clave clave;
    private final Clave2Agency agency;
    private final Map<String, String> answer = new HashMap<>();

    /** Takes the answers of this application in this browser. */
    public Clave2Pages(Page page, Clave clave, Clave2Agency agency) {
        this.page = page;
        this.clave = clave;
        this.agency = agency;
        page.route(agency.application().replyAddress().toString(), this::take);
    }

    private void take(Route route) {
        Arrays.stream(route.request().postData().split("&", -1))
                .map(field -> field.split("=", 2))
                .forEach(field -> answer.put(field[0], URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<p id=answered>Answered</p>"));
    }

    /** Sends the browser to Cl@ve, from a page of the agency. */
    public void send(LoginRequest request) {
        answer.clear();
        page.navigate(clave.taxAgency() + "/");
        page.setContent(Html.of(
                        "<form method=\"post\" action=\"{}\"><input type=\"hidden\" name=\"SAMLRequest\" value=\"{}\">"
                                + "<button id=\"send\">Send</button></form>",
                        agency.application().serviceProvider(),
                        request.base64())
                .toString());
        page.locator("#send").click();
    }

    /** Waits for the answer, which must be that somebody logged in. */
    public Answer.Identified identified(LoginRequest request) throws NotBelieved {
        page.locator("#answered").waitFor();
        return (Answer.Identified) agency.answer(answer, request);
    }

    /** Waits for the answer, which must be that nobody did. */
    public Answer.Failed failed(LoginRequest request) throws NotBelieved {
        page.locator("#answered").waitFor();
        return (Answer.Failed) agency.answer(answer, request);
    }
}
