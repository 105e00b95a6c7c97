package es.clave.messaging;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An e-mail to send.
 *
 * @param to one address, without a name
 * @param text plain text
 * @param attachments of at most {@link #MAX_ATTACHED_BYTES} together
 * @param usefulUntil after this it is not sent any more
 */
public record Email(String to, String subject, String text, List<Attachment> attachments, Instant usefulUntil)
        implements Message {

    /** What mail servers take without asking. */
    public static final int MAX_ATTACHED_BYTES = 5 * 1024 * 1024;

    /** Whether it is an address is for who took it from the citizen to check; this keeps out what would be more than one. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl},;:<>()\\[\\]\"@]+@[^\\s\\p{Cntrl},;:<>()\"@]+");

    private static final int MAX_ADDRESS_LENGTH = 254;
    private static final Pattern SUBJECT = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    /** @throws IllegalArgumentException if it could not be sent as one mail to one address */
    public Email {
        if (to.length() > MAX_ADDRESS_LENGTH || !ADDRESS.matcher(to).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException("a subject is one line of at most 200 characters");
        }
        attachments = List.copyOf(attachments);
        if (attachments.stream().mapToInt(Attachment::size).sum() > MAX_ATTACHED_BYTES) {
            throw new IllegalArgumentException("the attachments are too large");
        }
    }

    @Override
    public String toString() {
        return "Email[to=****, " + attachments.size() + " attachments]";
    }
}
