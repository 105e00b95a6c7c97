package es.clave.messaging.smtp;

import es.clave.messaging.Attachment;
import es.clave.messaging.Email;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A mail as it goes over the wire (RFC 5322). Sent twice it carries the same Message-ID, so that who gets it can tell. */
final class Mail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private Mail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static Mail of(Session session, SmtpSettings settings, Email email, String messageId, Instant now)
            throws MessagingException {
        Mail mail = new Mail(session, "<" + messageId + "@" + settings.domain() + ">");
        try {
            mail.setFrom(
                    new InternetAddress(settings.from(), settings.fromName().orElse(null), UTF_8));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (settings.replyTo().isPresent()) {
            mail.setReplyTo(
                    new Address[] {new InternetAddress(settings.replyTo().get())});
        }
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(email.to(), true));
        mail.setSubject(email.subject(), UTF_8);
        mail.setSentDate(Date.from(now));
        // So that no holiday notice answers it (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (email.attachments().isEmpty()) {
            mail.setText(email.text(), UTF_8);
        } else {
            mail.setContent(parts(email));
        }
        mail.saveChanges();
        return mail;
    }

    private static MimeMultipart parts(Email email) throws MessagingException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(email.text(), UTF_8);
        parts.addBodyPart(text);
        for (Attachment attachment : email.attachments()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
            part.setFileName(attachment.fileName());
            part.setDisposition(Part.ATTACHMENT);
            parts.addBodyPart(part);
        }
        return parts;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
