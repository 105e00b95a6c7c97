package es.clave.demo.conformance;

import java.net.URI;
import java.util.Map;

/**
 * An agency that lets itself be examined.
 *
 * @param start where a login begins
 * @param form what is posted there; empty where the address is just opened
 * @param page the page that names who is logged in, by DNI or by given name
 */
public record Candidate(URI start, Map<String, String> form, URI page) {

    public Candidate {
        form = Map.copyOf(form);
    }
}
