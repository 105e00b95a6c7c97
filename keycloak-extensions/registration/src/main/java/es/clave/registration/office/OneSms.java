package es.clave.registration.office;

import es.clave.messaging.Gsm7;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;

/** The text of an SMS that has to fit one segment: its last value is cut as far as it takes. */
record OneSms(String pattern, Locale language) {

    String with(String... values) {
        String last = values[values.length - 1];
        for (int length = last.length(); length > 0; length--) {
            String text = text(
                    values,
                    length == last.length() ? last : last.substring(0, length).strip() + ".");
            if (Gsm7.fitsOneSegment(text)) {
                return text;
            }
        }
        String text = text(values, "");
        // A text that an operator made too long must not cost the visitor the message.
        return Gsm7.fitsOneSegment(text) ? text : text.substring(0, Gsm7.SEGMENT_SEPTETS / 2);
    }

    private String text(String[] values, String last) {
        Object[] all = Arrays.copyOf(values, values.length, Object[].class);
        all[all.length - 1] = last;
        return Gsm7.transliterate(new MessageFormat(pattern, language).format(all));
    }
}
