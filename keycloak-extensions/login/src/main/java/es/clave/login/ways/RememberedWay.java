package es.clave.login.ways;

import es.clave.login.LoginWay;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * The way that was used last in this browser: a cookie with the way's name and nothing else, which says nothing of who
 * used it.
 */
final class RememberedWay {

    private static final String COOKIE = "CLAVE_WAY";
    private static final Duration LIFETIME = Duration.ofDays(365);

    private RememberedWay() {}

    /** What the browser says; it may be anything. */
    static Optional<String> of(AuthenticationFlowContext context) {
        return Optional.ofNullable(
                        context.getHttpRequest().getHttpHeaders().getCookies().get(COOKIE))
                .map(Cookie::getValue);
    }

    /** Remembers this one from now on. */
    static void keep(AuthenticationFlowContext context, LoginWay way) {
        String path = UriBuilder.fromUri(context.getUriInfo().getBaseUri())
                .path("realms")
                .path(context.getRealm().getName())
                .build()
                .getRawPath();
        context.getSession()
                .getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(COOKIE)
                        .value(way.id())
                        .path(path + "/")
                        .maxAge(Math.toIntExact(LIFETIME.toSeconds()))
                        .httpOnly(true)
                        .secure("https".equals(context.getUriInfo().getBaseUri().getScheme()))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }
}
