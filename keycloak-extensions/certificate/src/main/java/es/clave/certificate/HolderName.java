package es.clave.certificate;

import java.util.Optional;

/**
 * The name of a certificate's holder, as the certificate writes it.
 *
 * @param firstSurname both surnames in one where the certificate does not say where one ends
 */
public record HolderName(String given, String firstSurname, Optional<String> secondSurname) {

    /** Both surnames. */
    public String family() {
        return secondSurname.map(second -> firstSurname + " " + second).orElse(firstSurname);
    }

    @Override
    public String toString() {
        return "HolderName[****]";
    }
}
