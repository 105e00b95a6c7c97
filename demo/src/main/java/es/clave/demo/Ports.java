package es.clave.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of the demo. All move together. */
record Ports(int offset) {

    private static final int LARGEST = 65_535;

    Ports {
        if (offset < 0 || 9_000 + offset > LARGEST) {
            throw new IllegalArgumentException("the port offset must be between 0 and " + (LARGEST - 9_000));
        }
    }

    int http() {
        return 8080 + offset;
    }

    int https() {
        return 8443 + offset;
    }

    int management() {
        return 9000 + offset;
    }

    int townHall() {
        return 8181 + offset;
    }

    int taxAgency() {
        return 8182 + offset;
    }

    int phone() {
        return 8183 + offset;
    }

    int issuer() {
        return 8184 + offset;
    }

    /** Every port and what it is for. */
    Map<Integer, String> all() {
        Map<Integer, String> all = new LinkedHashMap<>();
        all.put(http(), "Cl@ve");
        all.put(https(), "Cl@ve over TLS");
        all.put(management(), "Cl@ve's health");
        all.put(townHall(), "the OIDC agency");
        all.put(taxAgency(), "the SAML agency");
        all.put(phone(), "the phone");
        all.put(issuer(), "the issuer of certificates");
        return all;
    }
}
