package es.clave.login.ways;

import es.clave.login.AgencyRequest;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The page that offers the ways to log in, and explains those that cannot be chosen. */
final class WaysPage {

    private static final String TEMPLATE = "clave-ways.ftl";

    private WaysPage() {}

    static Response of(AuthenticationFlowContext context, Offers offers) {
        Optional<String> lastUsed = RememberedWay.of(context);
        return AgencyRequest.of(context)
                .page()
                .setAttribute(
                        "ways",
                        offers.all().stream()
                                .map(offer -> Map.of(
                                        "id", offer.way().id(),
                                        "open", offer.open(),
                                        "standing", offer.standing().name(),
                                        "lastUsed",
                                                lastUsed.equals(
                                                        Optional.of(offer.way().id()))))
                                .toList())
                .createForm(TEMPLATE);
    }
}
