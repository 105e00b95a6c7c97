package es.clave.integrationtests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The receipts of the citizens' registrations, as far as the activation code goes. */
public final class ActivationCodes {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ActivationCodes() {}

    /** A new code for this citizen; the former one is worth nothing from here on. */
    public static String newFor(Citizen citizen, Clave clave) {
        HttpRequest request = HttpRequest.newBuilder(clave.node().realmUrl("/test-activation/" + citizen.nationalId()))
                .POST(BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError("No activation code: HTTP " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
