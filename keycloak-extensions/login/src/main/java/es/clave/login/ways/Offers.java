package es.clave.login.ways;

import es.clave.identity.AssuranceLevel;
import es.clave.identity.AuthenticationMethod;
import es.clave.identity.LevelTable;
import es.clave.identity.RegistrationLevel;
import es.clave.login.AgencyRequest;
import es.clave.login.LoginWay;
import es.clave.login.SharedSettings;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/** What this login can offer: every way of this server, those first that may be chosen. */
final class Offers {

    private final List<Offer> all;

    private Offers(List<Offer> all) {
        this.all = all;
    }

    /** For what the agency asks, and for who is known already. */
    static Offers of(AuthenticationFlowContext context, Ways ways) {
        AgencyRequest request = AgencyRequest.of(context);
        List<AuthenticationMethod> methods = request.methods();
        AssuranceLevel required = request.requiredLevel().orElse(AssuranceLevel.HIGH);
        LevelTable table = SharedSettings.of(context.getRealm()).levels();
        Optional<UserModel> known = Optional.ofNullable(context.getUser());
        Optional<RegistrationLevel> registration = known.flatMap(user -> context.getSession()
                        .getProvider(CitizenRegistry.class)
                        .findByUserId(context.getRealm(), user.getId()))
                .map(Citizen::level);
        Optional<String> lastUsed = RememberedWay.of(context);
        return new Offers(ways.all().stream()
                .filter(way -> way.offered(context.getSession()))
                .map(way -> new Offer(
                        way,
                        toSetUp(
                                Offer.judge(
                                        way.methods().stream()
                                                .filter(methods::contains)
                                                .toList(),
                                        table,
                                        required,
                                        registration),
                                known.isPresent() && !way.setUp(context.getSession(), known.get()))))
                .sorted(Comparator.comparing((Offer offer) -> !offer.open())
                        .thenComparing(offer ->
                                !lastUsed.equals(Optional.of(offer.way().id()))))
                .toList());
    }

    private static Offer.Standing toSetUp(Offer.Standing standing, boolean lacking) {
        return standing == Offer.Standing.OPEN && lacking ? Offer.Standing.TO_SET_UP : standing;
    }

    List<Offer> all() {
        return all;
    }

    /** The ways that may be chosen, best first. */
    List<LoginWay> open() {
        return all.stream().filter(Offer::open).map(Offer::way).toList();
    }

    /** The way of this name, if it may be chosen. */
    Optional<LoginWay> open(String id) {
        return open().stream().filter(way -> way.id().equals(id)).findFirst();
    }

    /** Whether there is anything to see beside one way: also those that cannot be chosen are explained. */
    boolean several() {
        return all.size() > 1;
    }
}
