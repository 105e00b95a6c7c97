package es.clave.demo.taxagency;

import es.clave.demo.agency.Level;
import es.clave.demo.agency.Person;
import java.time.Instant;
import java.util.Optional;
import org.opensaml.saml.saml2.core.Assertion;

/**
 * Who is logged in at the tax agency.
 *
 * @param assertion the signed element, from which everything else was read
 * @param sessionIndex Cl@ve's name for its session, by which it tells of its end; Cl@ve 2 has none
 */
record TaxCitizen(
        Person person,
        Level level,
        Instant loggedInAt,
        Optional<String> sessionIndex,
        Assertion assertion,
        Protocol protocol) {

    /** By which of its two ways the agency was told. */
    enum Protocol {
        SAML,
        CLAVE2
    }

    String nameId() {
        return assertion.getSubject().getNameID().getValue();
    }

    @Override
    public String toString() {
        return "TaxCitizen[" + level + "]";
    }
}
