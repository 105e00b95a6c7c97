package es.clave.demo.conformance;

import java.util.List;

/** The examination of one protocol. */
public interface Examination {

    /** Its name in addresses: {@code saml}, {@code oidc}, {@code clave2}. */
    String id();

    /** All answers that it gives, the good ones first. */
    List<Check> checks();

    /** Gives one of them to an agency. */
    Result examine(Check check, Candidate candidate) throws InterruptedException;

    /** All of them, one after the other. */
    default List<Result> examine(Candidate candidate) throws InterruptedException {
        List<Result> results = new java.util.ArrayList<>();
        for (Check check : checks()) {
            results.add(examine(check, candidate));
        }
        return results;
    }
}
