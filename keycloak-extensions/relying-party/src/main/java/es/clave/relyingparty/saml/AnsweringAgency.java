package es.clave.relyingparty.saml;

import java.io.IOException;
import java.util.Set;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpHead;
import org.apache.http.impl.client.CloseableHttpClient;

/** Whether anybody answers at an agency's address, before a browser is sent there that would have to wait. */
final class AnsweringAgency {

    /** What a proxy says for an application that is not there. Any other answer is one of the application. */
    private static final Set<Integer> NOBODY_THERE = Set.of(502, 503, 504);

    private final CloseableHttpClient http;
    private final RequestConfig patience;

    AnsweringAgency(CloseableHttpClient http, int patienceMillis) {
        this.http = http;
        this.patience = RequestConfig.custom()
                .setConnectTimeout(patienceMillis)
                .setSocketTimeout(patienceMillis)
                .setConnectionRequestTimeout(patienceMillis)
                .setRedirectsEnabled(false)
                .build();
    }

    boolean at(String address) {
        HttpHead question = new HttpHead(address);
        question.setConfig(patience);
        try (CloseableHttpResponse answer = http.execute(question)) {
            return !NOBODY_THERE.contains(answer.getStatusLine().getStatusCode());
        } catch (IOException nobody) {
            return false;
        }
    }
}
