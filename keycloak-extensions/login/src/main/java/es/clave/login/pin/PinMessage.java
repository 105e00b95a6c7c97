package es.clave.login.pin;

import es.clave.identity.OneTimeCode;
import es.clave.messaging.Gsm7;
import java.text.MessageFormat;
import java.util.Locale;

/**
 * The text message that carries a PIN: one segment, naming the agency, ending in the line by which a phone fills the PIN
 * into the page of this host and no other (WICG, "Origin-bound one-time codes delivered via SMS").
 *
 * @param pattern {0} the PIN, {1} the agency, {2} the minutes it lives
 */
record PinMessage(String pattern, Locale locale, String host) {

    String text(OneTimeCode pin, String agency, int minutes) {
        String ending = "\n\n@" + host + " #" + pin.value();
        String name = Gsm7.transliterate(agency);
        for (int length = name.length(); length > 0; length--) {
            String shortened = length == name.length()
                    ? name
                    : name.substring(0, length - 1).strip() + ".";
            String text = Gsm7.transliterate(new MessageFormat(pattern, locale)
                            .format(new Object[] {pin.value(), shortened, Integer.toString(minutes)}))
                    + ending;
            if (Gsm7.fitsOneSegment(text)) {
                return text;
            }
        }
        // A text that an operator made too long must not cost the citizen the PIN.
        return "Cl@ve PIN: " + pin.value() + (Gsm7.fitsOneSegment("Cl@ve PIN: 000000" + ending) ? ending : "");
    }
}
