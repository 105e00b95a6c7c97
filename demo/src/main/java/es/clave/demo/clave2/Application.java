package es.clave.demo.clave2;

import es.clave.demo.taxagency.SigningKey;
import java.net.URI;

/**
 * All that an application and Cl@ve know of each other: there is no metadata in Cl@ve 2.
 *
 * @param providerName the agency and the application, {@code NIF_DIR3;Application}
 * @param key with which it signs, and for which assertions may be encrypted
 * @param realm where Cl@ve is, and what it calls itself
 * @param replyAddress where logins are answered
 * @param returnAddress where logouts are answered
 */
public record Application(String providerName, SigningKey key, URI realm, URI replyAddress, URI returnAddress) {

    /** Where logins are asked for. */
    public URI serviceProvider() {
        return URI.create(realm + "/protocol/clave2/Proxy2/ServiceProvider");
    }

    /** Where logouts are asked for. */
    public URI logoutAction() {
        return URI.create(realm + "/protocol/clave2/Proxy2/LogoutAction");
    }

    /** Where the certificate of the answers is. */
    public URI certificate() {
        return URI.create(realm + "/protocol/clave2/certificate");
    }

    /** The agency alone, by which a logout names it. */
    String agency() {
        return providerName.substring(0, providerName.indexOf(';'));
    }
}
