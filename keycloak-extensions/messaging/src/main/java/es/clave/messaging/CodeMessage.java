package es.clave.messaging;

import es.clave.identity.OneTimeCode;
import java.text.MessageFormat;
import java.util.Locale;

/**
 * The text message that carries a code: one segment, naming the agency, ending in the line by which a phone fills the code
 * into the page of this host and no other (WICG, "Origin-bound one-time codes delivered via SMS").
 *
 * @param pattern {0} the code, {1} the agency, {2} the minutes it lives
 */
public record CodeMessage(String pattern, Locale locale, String host) {

    /** The message with this code, in the name of this agency. */
    public String text(OneTimeCode code, String agency, int minutes) {
        String ending = "\n\n@" + host + " #" + code.value();
        String name = Gsm7.transliterate(agency);
        for (int length = name.length(); length > 0; length--) {
            String shortened = length == name.length()
                    ? name
                    : name.substring(0, length - 1).strip() + ".";
            String text = Gsm7.transliterate(new MessageFormat(pattern, locale)
                            .format(new Object[] {code.value(), shortened, Integer.toString(minutes)}))
                    + ending;
            if (Gsm7.fitsOneSegment(text)) {
                return text;
            }
        }
        // A text that an operator made too long must not cost the citizen the code.
        return "Cl@ve: " + code.value() + (Gsm7.fitsOneSegment("Cl@ve: 000000" + ending) ? ending : "");
    }
}
