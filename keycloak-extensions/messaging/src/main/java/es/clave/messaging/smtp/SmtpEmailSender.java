package es.clave.messaging.smtp;

import es.clave.messaging.Attempt;
import es.clave.messaging.Email;
import es.clave.messaging.EmailSender;
import es.clave.messaging.SendResult;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** One attempt to hand a mail to the realm's mail server (RFC 5321). What a server says may quote the address: only its number is kept. */
final class SmtpEmailSender implements EmailSender {

    private static final int PERMANENT = 500;

    private final Function<String, Optional<SmtpSettings>> settings;
    private final Optional<SSLSocketFactory> trust;
    private final Clock clock;

    /** @param settings of the realm with this id; empty where none are set */
    SmtpEmailSender(Function<String, Optional<SmtpSettings>> settings, Optional<SSLSocketFactory> trust, Clock clock) {
        this.settings = settings;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public SendResult send(Email email, Attempt attempt) {
        Optional<SmtpSettings> server = settings.apply(attempt.realmId());
        return server.isEmpty()
                ? new SendResult.Retry("smtp: the realm has no mail server")
                : send(email, attempt, server.get());
    }

    private SendResult send(Email email, Attempt attempt, SmtpSettings server) {
        Session session = Session.getInstance(server.properties(trust));
        try (Transport transport = session.getTransport("smtp")) {
            Mail mail = Mail.of(session, server, email, attempt.messageId(), clock.instant());
            transport.connect(
                    server.host(),
                    server.port(),
                    server.login().map(SmtpSettings.Login::user).orElse(null),
                    server.login().map(SmtpSettings.Login::password).orElse(null));
            transport.sendMessage(mail, mail.getAllRecipients());
            return new SendResult.Accepted("");
        } catch (AddressException notAnAddress) {
            return new SendResult.Unreachable("smtp: not an address");
        } catch (AuthenticationFailedException wrong) {
            return new SendResult.Retry("smtp: the server refuses our login");
        } catch (MessagingException trouble) {
            return refused(trouble);
        }
    }

    /** What the server said is somewhere in the chain of what went wrong. */
    private static SendResult refused(MessagingException trouble) {
        for (Exception cause = trouble; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return permanent(address.getReturnCode())
                        ? new SendResult.Unreachable("smtp: recipient refused, " + address.getReturnCode())
                        : new SendResult.Retry("smtp: recipient refused, " + address.getReturnCode());
            } else if (cause instanceof SMTPSenderFailedException sender) {
                return new SendResult.Retry("smtp: sender refused, " + sender.getReturnCode());
            } else if (cause instanceof SMTPSendFailedException mail && !hasNext(mail)) {
                return permanent(mail.getReturnCode())
                        ? new SendResult.GiveUp("smtp: mail refused, " + mail.getReturnCode())
                        : new SendResult.Retry("smtp: mail refused, " + mail.getReturnCode());
            }
        }
        return new SendResult.Retry("smtp: " + trouble.getClass().getSimpleName());
    }

    private static boolean permanent(int code) {
        return code >= PERMANENT;
    }

    private static boolean hasNext(MessagingException exception) {
        return exception.getNextException() != null;
    }

    private static Exception next(Exception cause) {
        return cause instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    @Override
    public void close() {}
}
