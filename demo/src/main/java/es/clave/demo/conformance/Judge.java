package es.clave.demo.conformance;

import java.io.IOException;

/** Tells what an agency did with an answer, by what its pages show. */
final class Judge {

    /** Gives the answer to the agency, and says what came back; empty person: nobody who could be let in. */
    @FunctionalInterface
    interface Delivery {
        Delivered deliver(AgencyBrowser browser) throws IOException, InterruptedException;
    }

    /**
     * An answer that was given.
     *
     * @param browser of whom the agency may have let in
     * @param person who stands in the answer
     */
    record Delivered(AgencyBrowser browser, AgencyBrowser.Page page, TestPerson person) {}

    private Judge() {}

    static Result judge(Check check, Candidate candidate, Delivery delivery) throws InterruptedException {
        try {
            Delivered delivered = delivery.deliver(new AgencyBrowser());
            AgencyBrowser.Page page = delivered.page();
            if (delivered.person().standsIn(page.body())
                    || delivered
                            .person()
                            .standsIn(delivered.browser().open(candidate.page()).body())) {
                return new Result(check, Result.Outcome.TAKEN, "HTTP " + page.status());
            }
            return page.status() >= 500
                    ? new Result(check, Result.Outcome.BROKEN, "HTTP " + page.status())
                    : new Result(check, Result.Outcome.REFUSED, "HTTP " + page.status());
        } catch (IOException | IllegalArgumentException e) {
            return new Result(check, Result.Outcome.BROKEN, String.valueOf(e.getMessage()));
        }
    }
}
