package es.clave.platform;

import es.clave.identity.AuthenticationMethod;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The ways to log in that an agency will have. By its settings, the attributes {@value #EXCLUDED} and {@value #DEMANDED} of
 * its client, each a list of services ({@code PIN}, {@code PERMANENT}, {@code MOBILE}, {@code CERTIFICATE}) or of single
 * ways ({@code PIN_SMS}); and by what it said in the request that a login under way answers.
 */
public final class AcceptedMethods {

    /** The attribute of a client with the ways that the agency will never have. */
    public static final String EXCLUDED = "clave.methods.excluded";

    /** The attribute of a client with the only ways that the agency will have. None where it is empty or absent. */
    public static final String DEMANDED = "clave.methods.demanded";

    /** The client note of a login under way with the ways that the request excludes, by name. */
    private static final String EXCLUDED_BY_REQUEST = "clave.methods.excluded";

    /**
     * The client note in which Keycloak keeps the parameter {@code clave_excluded_methods} of a request in OpenID Connect.
     * Unless the request was pushed or signed, the citizen may have taken it away.
     */
    private static final String EXCLUDED_BY_PARAMETER = "client_request_param_clave_excluded_methods";

    private static final String SEPARATORS = "[#,;\\s]+";

    private final Predicate<AuthenticationMethod> accepted;

    private AcceptedMethods(Predicate<AuthenticationMethod> accepted) {
        this.accepted = accepted;
    }

    /** What the agency of this login will have. */
    public static AcceptedMethods of(AuthenticationSessionModel login) {
        ClientModel agency = login.getClient();
        Set<AuthenticationMethod> excluded = named(agency.getAttribute(EXCLUDED));
        String demands = agency.getAttribute(DEMANDED);
        Set<AuthenticationMethod> demanded = named(demands);
        boolean demanding = demands != null && !demands.isBlank();
        String excludedByRequest = login.getClientNote(EXCLUDED_BY_REQUEST);
        Set<String> exactly = excludedByRequest == null ? Set.of() : Set.of(excludedByRequest.split(",", -1));
        excluded.addAll(named(login.getClientNote(EXCLUDED_BY_PARAMETER)));
        return new AcceptedMethods(method -> !excluded.contains(method)
                && !exactly.contains(method.name())
                // Demands that name nothing we know accept nothing: an agency must not get what it did not want.
                && (!demanding || demanded.contains(method)));
    }

    /** Makes the login under way exclude these ways, whatever else the agency excludes. */
    public static void exclude(AuthenticationSessionModel login, Collection<AuthenticationMethod> methods) {
        login.setClientNote(
                EXCLUDED_BY_REQUEST, methods.stream().map(Enum::name).distinct().collect(Collectors.joining(",")));
    }

    /** Whether the agency will have this way. */
    public boolean accepts(AuthenticationMethod method) {
        return accepted.test(method);
    }

    private static Set<AuthenticationMethod> named(String list) {
        Set<AuthenticationMethod> methods = EnumSet.noneOf(AuthenticationMethod.class);
        if (list != null) {
            for (String word : list.split(SEPARATORS, -1)) {
                String name = word.toUpperCase(Locale.ROOT);
                Arrays.stream(AuthenticationMethod.values())
                        .filter(method -> !name.isEmpty()
                                && (method.name().equals(name) || method.name().startsWith(name + "_")))
                        .forEach(methods::add);
            }
        }
        return methods;
    }
}
