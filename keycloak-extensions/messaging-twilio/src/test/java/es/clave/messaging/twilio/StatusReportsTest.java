package es.clave.messaging.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.messaging.Message;
import es.clave.messaging.Outbox;
import es.clave.messaging.twilio.StatusReports.Outcome;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

class StatusReportsTest {

    private static final String ADDRESS = "https://clave.example/realms/clave/clave-twilio/status";
    private static final TwilioStandIn.Taken MESSAGE =
            new TwilioStandIn.Taken("SM1", Map.of("To", "+34600000001", "From", "CLAVE"));

    private final Ledger outbox = new Ledger();

    @Test
    void aSignedDeliveryIsWrittenDown() {
        assertThat(report("delivered", "")).isEqualTo(Outcome.TAKEN);
        assertThat(outbox.entries).containsExactly("SM1 delivered");
    }

    @Test
    void aSignedFailureIsWrittenDownWithItsReason() {
        assertThat(report("undelivered", "30006")).isEqualTo(Outcome.TAKEN);
        assertThat(outbox.entries).containsExactly("SM1 twilio 30006: landline or unreachable carrier");
    }

    @Test
    void anUnheardOfReasonKeepsItsCodeAndNoCodeKeepsTheState() {
        report("failed", "39999");
        report("failed", "");
        report("failed", "not a number");

        assertThat(outbox.entries).containsExactly("SM1 twilio 39999", "SM1 twilio: failed", "SM1 twilio: failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "scheduled", "queued", "sending", "sent", "receiving", "", "something new"})
    void aStateOnTheWayChangesNothing(String state) {
        assertThat(report(state, "")).isEqualTo(Outcome.TAKEN);
        assertThat(outbox.entries).isEmpty();
    }

    @Test
    void theSameReportAgainIsTakenAgain() {
        report("delivered", "");
        outbox.answer = Outbox.Reported.ALREADY_FINAL;

        assertThat(report("delivered", "")).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void aMessageThatNobodyKnowsIsSaidToBeUnknown() {
        outbox.answer = Outbox.Reported.UNKNOWN;

        assertThat(report("delivered", "")).isEqualTo(Outcome.UNKNOWN_MESSAGE);
    }

    @Test
    void whatAfterTheHashTellsTwilioHowToConnectIsNotSigned() {
        Map<String, String> form = TwilioStandIn.reportForm(MESSAGE, "delivered", "");

        assertThat(reports(ADDRESS + "#rc=3&rp=all").take(fields(form), signature(ADDRESS, form)))
                .isEqualTo(Outcome.TAKEN);
    }

    @Test
    void aSignatureWithAnotherKeyIsForged() {
        Map<String, String> form = TwilioStandIn.reportForm(MESSAGE, "delivered", "");

        assertForged(form, Optional.of(TwilioStandIn.signature(ADDRESS, form, "another")));
    }

    @Test
    void aSignatureForAnotherAddressIsForged() {
        Map<String, String> form = TwilioStandIn.reportForm(MESSAGE, "delivered", "");

        assertForged(form, signature("https://evil.example/status", form));
    }

    @Test
    void aSignatureOverOtherFieldsIsForged() {
        Map<String, String> form = TwilioStandIn.reportForm(MESSAGE, "delivered", "");
        Optional<String> signature = signature(ADDRESS, form);
        form.put("MessageSid", "SM2");

        assertForged(form, signature);
    }

    @Test
    void noSignatureIsForged() {
        Map<String, String> form = TwilioStandIn.reportForm(MESSAGE, "delivered", "");

        assertForged(form, Optional.empty());
        assertForged(form, Optional.of(""));
    }

    @Test
    void aFieldThatIsThereTwiceIsForged() {
        Map<String, String> form = TwilioStandIn.reportForm(MESSAGE, "delivered", "");
        MultivaluedMap<String, String> fields = fields(form);
        fields.add("MessageSid", "SM2");

        assertThat(reports(ADDRESS).take(fields, signature(ADDRESS, form))).isEqualTo(Outcome.FORGED);
        assertThat(outbox.entries).isEmpty();
    }

    private Outcome report(String state, String errorCode) {
        Map<String, String> form = TwilioStandIn.reportForm(MESSAGE, state, errorCode);
        return reports(ADDRESS).take(fields(form), signature(ADDRESS, form));
    }

    private void assertForged(Map<String, String> form, Optional<String> signature) {
        assertThat(reports(ADDRESS).take(fields(form), signature)).isEqualTo(Outcome.FORGED);
        assertThat(outbox.entries).isEmpty();
    }

    private StatusReports reports(String callback) {
        return new StatusReports(new ReportSignature(TwilioStandIn.AUTH_TOKEN, URI.create(callback)), outbox);
    }

    private static Optional<String> signature(String address, Map<String, String> form) {
        return Optional.of(TwilioStandIn.signature(address, form, TwilioStandIn.AUTH_TOKEN));
    }

    private static MultivaluedMap<String, String> fields(Map<String, String> form) {
        return new MultivaluedHashMap<>(form);
    }

    /** An outbox that remembers what was reported. */
    private static final class Ledger implements Outbox {

        private final List<String> entries = new ArrayList<>();
        private Reported answer = Reported.RECORDED;

        @Override
        public Reported delivered(String reference) {
            entries.add(reference + " delivered");
            return answer;
        }

        @Override
        public Reported undelivered(String reference, String reason) {
            entries.add(reference + " " + reason);
            return answer;
        }

        @Override
        public Reported posted(String reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reported notPosted(String reference, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void send(RealmModel realm, Message message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void pretend(RealmModel realm, String text, Instant usefulUntil) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
