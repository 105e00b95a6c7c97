package es.clave.demo.townhall;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;

/**
 * What a registered agency knows of Cl@ve: all the configuration that OpenID Connect needs.
 *
 * @param issuer Cl@ve's issuer; everything else is discovered from it
 */
public record OidcSettings(URI issuer, String clientId, String clientSecret) {

    Issuer issuerId() {
        return new Issuer(issuer);
    }

    ClientID client() {
        return new ClientID(clientId);
    }

    ClientAuthentication authentication() {
        return new ClientSecretBasic(client(), new Secret(clientSecret));
    }

    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
