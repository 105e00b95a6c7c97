package es.clave.certificate.pkix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.apache.http.HttpStatus;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.CloseableHttpClient;

/** Asks issuers over HTTP, for a limited time and a limited answer. Follows no redirect. */
final class Downloads {

    private static final int CHUNK = 8192;

    private final CloseableHttpClient client;
    private final Duration patience;

    Downloads(CloseableHttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    byte[] get(URI address, int mostBytes) throws IOException {
        return exchange(new HttpGet(address), mostBytes);
    }

    byte[] post(URI address, String type, byte[] body, int mostBytes) throws IOException {
        HttpPost request = new HttpPost(address);
        request.setEntity(new ByteArrayEntity(body, ContentType.create(type)));
        return exchange(request, mostBytes);
    }

    private byte[] exchange(HttpRequestBase request, int mostBytes) throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(millis)
                .setConnectTimeout(millis)
                .setSocketTimeout(millis)
                .setRedirectsEnabled(false)
                .build());
        // The client's own limits are for each packet; who sends a byte a second would keep us for ever.
        Timer deadline = new Timer("clave-certificate-deadline", true);
        deadline.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        request.abort();
                    }
                },
                millis);
        try (CloseableHttpResponse response = client.execute(request)) {
            if (response.getStatusLine().getStatusCode() != HttpStatus.SC_OK || response.getEntity() == null) {
                throw new IOException("HTTP " + response.getStatusLine().getStatusCode());
            }
            return read(response.getEntity().getContent(), mostBytes);
        } finally {
            deadline.cancel();
            request.abort();
        }
    }

    private static byte[] read(InputStream in, int mostBytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            all.write(chunk, 0, count);
            if (all.size() > mostBytes) {
                throw new IOException("more than " + mostBytes + " bytes");
            }
        }
        return all.toByteArray();
    }
}
