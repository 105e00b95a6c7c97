package es.clave.messaging.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import es.clave.messaging.SendResult;
import es.clave.messaging.Sms;
import es.clave.messaging.SmsSender;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.client.CloseableHttpClient;

/** Twilio's Messages API. */
final class TwilioSmsSender implements SmsSender {

    /** Twilio's limits for how long it may keep a message in its queue. */
    private static final int MIN_VALIDITY_SECONDS = 1;

    private static final int MAX_VALIDITY_SECONDS = 14_400;

    private final TwilioSettings settings;
    private final CloseableHttpClient http;
    private final Clock clock;

    TwilioSmsSender(TwilioSettings settings, CloseableHttpClient http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public SendResult send(Sms sms) {
        ServerHttpClient exchange = new ServerHttpClient(http, settings);
        TwilioRestClient twilio = new TwilioRestClient.Builder(settings.user(), settings.password())
                .accountSid(settings.accountSid())
                .httpClient(exchange)
                .build();
        try {
            return taken(message(sms).create(twilio));
        } catch (ApiException refused) {
            // Its message may quote the number: only codes leave this method.
            int status = exchange.lastStatus().orElse(0);
            return status >= 400
                    ? TwilioError.result(Optional.ofNullable(refused.getCode()), status)
                    : new SendResult.Retry("unreadable answer, HTTP " + status);
        } catch (TwilioException silence) {
            return new SendResult.Retry(timedOut(silence) ? "no answer in time" : "no connection");
        }
    }

    private MessageCreator message(Sms sms) {
        PhoneNumber to = new PhoneNumber(sms.to().e164());
        MessageCreator message = creator(to, sms.text());
        message.setValidityPeriod(validity(sms));
        settings.statusCallback().ifPresent(message::setStatusCallback);
        return message;
    }

    private MessageCreator creator(PhoneNumber to, String text) {
        if (settings.sender() instanceof TwilioSettings.Sender.MessagingService service) {
            return Message.creator(to, service.sid(), text);
        }
        TwilioSettings.Sender.From number = (TwilioSettings.Sender.From) settings.sender();
        return Message.creator(to, new PhoneNumber(number.from()), text);
    }

    private int validity(Sms sms) {
        long left = Duration.between(clock.instant(), sms.usefulUntil()).toSeconds();
        return (int) Math.max(MIN_VALIDITY_SECONDS, Math.min(left, MAX_VALIDITY_SECONDS));
    }

    private static SendResult taken(Message message) {
        return message.getStatus() == Message.Status.FAILED || message.getStatus() == Message.Status.UNDELIVERED
                ? TwilioError.result(Optional.ofNullable(message.getErrorCode()), 400)
                : new SendResult.Accepted(message.getSid());
    }

    private static boolean timedOut(Throwable silence) {
        return silence.getCause() instanceof SocketTimeoutException
                && !(silence.getCause() instanceof ConnectTimeoutException);
    }

    @Override
    public void close() {}
}
