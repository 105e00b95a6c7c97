package es.clave.messaging.twilio;

import com.twilio.security.RequestValidator;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Twilio's signature over a report: the address that it was told to call and the form that it posted. */
final class ReportSignature {

    private final RequestValidator validator;
    private final String address;

    /** @param statusCallback as Twilio was told; what is after {@code #} it does not sign */
    ReportSignature(String authToken, URI statusCallback) {
        this.validator = new RequestValidator(authToken);
        String told = statusCallback.toString();
        int fragment = told.indexOf('#');
        this.address = fragment < 0 ? told : told.substring(0, fragment);
    }

    boolean covers(MultivaluedMap<String, String> form, String signature) {
        Map<String, String> single = new HashMap<>();
        for (Map.Entry<String, List<String>> field : form.entrySet()) {
            // Twilio sends each once: of two, one would not be covered.
            if (field.getValue().size() != 1) {
                return false;
            }
            single.put(field.getKey(), field.getValue().get(0));
        }
        return validator.validate(address, single, signature);
    }
}
