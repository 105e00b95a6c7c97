package es.clave.messaging.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.identity.MobileNumber;
import es.clave.messaging.SendResult;
import es.clave.messaging.Sms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the stand-in, over HTTP. */
class TwilioSmsSenderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String NUMBER = "+34600000001";
    private static final Sms SMS = new Sms(
            MobileNumber.of(NUMBER), "123456 es tu PIN\n\n@clave.gob.es #123456", NOW.plus(Duration.ofMinutes(10)));

    private final TwilioStandIn twilio = TwilioStandIn.start();
    private final CloseableHttpClient http = HttpClients.createDefault();
    private final Map<String, String> options = Options.minimal();

    TwilioSmsSenderTest() {
        options.put(TwilioSettings.BASE_URL, twilio.baseUrl());
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        twilio.close();
    }

    @Test
    void aMessageArrivesAtTwilioAsItWasWritten() {
        SendResult result = send(new Sms(
                SMS.to(), "Ñoño & Müller [Ç]: 100% + 5€ = #123456\n\n@clave.gob.es #123456", SMS.usefulUntil()));

        assertThat(twilio.taken()).hasSize(1);
        assertThat(result)
                .isEqualTo(new SendResult.Accepted(twilio.taken().get(0).sid()));
        assertThat(twilio.taken().get(0).form())
                .containsEntry("To", NUMBER)
                .containsEntry("From", "CLAVE")
                .containsEntry("Body", "Ñoño & Müller [Ç]: 100% + 5€ = #123456\n\n@clave.gob.es #123456")
                .doesNotContainKeys("StatusCallback", "MessagingServiceSid");
    }

    @Test
    void twilioDropsItFromItsQueueWhenThePinIsOfNoUseAnyMore() {
        send(SMS);

        assertThat(twilio.taken().get(0).form()).containsEntry("ValidityPeriod", "600");
    }

    @Test
    void reportsAreAskedForWhereTheyCanBeReceived() {
        options.put(
                TwilioSettings.STATUS_CALLBACK_URL,
                "https://clave.example/realms/clave/clave-twilio/status#rc=3&rp=all");

        send(SMS);

        assertThat(twilio.taken().get(0).form())
                .containsEntry("StatusCallback", "https://clave.example/realms/clave/clave-twilio/status#rc=3&rp=all");
    }

    @Test
    void aMessagingServiceChoosesTheSender() {
        options.remove(TwilioSettings.FROM);
        options.put(TwilioSettings.MESSAGING_SERVICE_SID, "MG1");

        assertThat(send(SMS)).isInstanceOf(SendResult.Accepted.class);
        assertThat(twilio.taken().get(0).form())
                .containsEntry("MessagingServiceSid", "MG1")
                .doesNotContainKey("From");
    }

    @Test
    void anApiKeyIsAsGoodAsTheAuthToken() {
        options.remove(TwilioSettings.AUTH_TOKEN);
        options.put(TwilioSettings.API_KEY_SID, TwilioStandIn.API_KEY_SID);
        options.put(TwilioSettings.API_KEY_SECRET, TwilioStandIn.API_KEY_SECRET);

        assertThat(send(SMS)).isInstanceOf(SendResult.Accepted.class);
    }

    @Test
    void wrongCredentialsAreForAnOperator() {
        options.put(TwilioSettings.AUTH_TOKEN, "wrong");

        assertThat(send(SMS)).isEqualTo(new SendResult.GiveUp("twilio 20003: credentials refused"));
    }

    @Test
    void anotherAccountsAddressIsForAnOperator() {
        options.put(TwilioSettings.ACCOUNT_SID, "AC2");
        options.put(TwilioSettings.API_KEY_SID, TwilioStandIn.API_KEY_SID);
        options.put(TwilioSettings.API_KEY_SECRET, TwilioStandIn.API_KEY_SECRET);

        assertThat(send(SMS)).isEqualTo(new SendResult.GiveUp("twilio 20404: no such account"));
    }

    @ParameterizedTest
    @EnumSource(TwilioError.class)
    void everyErrorOfTheTableHasTheFateThatItNames(TwilioError error) {
        twilio.refuseNext(400, error.code(), "The 'To' number " + NUMBER + " is not what it should be.");

        assertThat(send(SMS)).isEqualTo(error.fate().as(error.reason()));
        assertThat(error.reason()).doesNotContain("600000001");
    }

    @Test
    void anUnknownErrorIsJudgedByItsStatus() {
        twilio.refuseNext(400, 29999, "Something new");
        assertThat(send(SMS)).isEqualTo(new SendResult.GiveUp("twilio 29999, HTTP 400"));

        twilio.refuseNext(503, 29998, "Something else new");
        assertThat(send(SMS)).isEqualTo(new SendResult.Retry("twilio 29998, HTTP 503"));
    }

    @Test
    void aServerErrorIsAskedOnceAndLeftToTheOutbox() {
        twilio.refuseNext(500, 20500, "Internal server error");

        assertThat(send(SMS)).isInstanceOf(SendResult.Retry.class);
        assertThat(twilio.asked()).hasSize(1);
    }

    @Test
    void aProxysErrorPageIsNotTakenForAnAnswer() {
        twilio.answerNext(502, "text/html", "<html>Bad gateway</html>");
        assertThat(send(SMS)).isEqualTo(new SendResult.Retry("HTTP 502"));

        twilio.answerNext(407, "text/html", "");
        assertThat(send(SMS)).isEqualTo(new SendResult.GiveUp("HTTP 407"));

        twilio.answerNext(200, "text/html", "<html>Please log in to the network</html>");
        assertThat(send(SMS)).isEqualTo(new SendResult.Retry("unreadable answer, HTTP 200"));

        twilio.answerNext(302, "text/html", "");
        assertThat(send(SMS)).isEqualTo(new SendResult.Retry("unreadable answer, HTTP 302"));
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        twilio.answerNext(400, "application/json", "{\"message\":\"" + "x".repeat(1_000_000) + "\"}");

        assertThat(send(SMS)).isEqualTo(new SendResult.GiveUp("HTTP 400"));
    }

    @Test
    void aMessageThatIsBornDeadIsNotAccepted() {
        twilio.answerNext(201, "application/json", "{\"sid\":\"SM1\",\"status\":\"failed\",\"error_code\":30006}");

        assertThat(send(SMS)).isEqualTo(new SendResult.Unreachable("twilio 30006: landline or unreachable carrier"));
    }

    @Test
    void silenceIsNotWaitedForLongerThanConfigured() {
        options.put(TwilioSettings.RESPONSE_TIMEOUT, "1");
        twilio.fallSilent();

        assertThat(send(SMS)).isEqualTo(new SendResult.Retry("no answer in time"));
        assertThat(twilio.asked()).hasSize(1);
    }

    @Test
    void aTwilioThatIsNotThereIsTriedAgainLater() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        options.put(TwilioSettings.BASE_URL, "http://127.0.0.1:" + nobody);

        assertThat(send(SMS)).isEqualTo(new SendResult.Retry("no connection"));
    }

    @Test
    void neitherNumberNorTextNorSecretIsLogged() {
        try (LogRecorder log = LogRecorder.start()) {
            send(SMS);
            twilio.refuseNext(400, 21211, "The 'To' number " + NUMBER + " is not a valid phone number.");
            send(SMS);
            twilio.answerNext(502, "text/plain", NUMBER);
            send(SMS);

            assertThat(log.text())
                    .contains("BEGIN Twilio API Request")
                    .doesNotContain("600000001", "123456", TwilioStandIn.AUTH_TOKEN);
        }
    }

    private SendResult send(Sms sms) {
        return new TwilioSmsSender(TwilioSettings.from(new Options(options)), http, Clock.fixed(NOW, ZoneOffset.UTC))
                .send(sms);
    }
}
