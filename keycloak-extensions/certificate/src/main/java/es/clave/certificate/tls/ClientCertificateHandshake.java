package es.clave.certificate.tls;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where the server asks for client certificates ({@code https-client-auth=request}), lets the handshake take any. An
 * operator who set a trust store for it ({@code https-trust-store-file}) wants it otherwise, and gets it so.
 */
@ApplicationScoped
public class ClientCertificateHandshake implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (options.getClientAuth() == ClientAuth.REQUEST && options.getTrustOptions() == null) {
            options.setTrustOptions(TrustOptions.wrap(new AnyClientCertificate()));
        }
    }
}
