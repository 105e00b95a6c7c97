package es.clave.challenge;

/** Whose answer a request waits for. */
public sealed interface Awaited {

    /** This citizen's. */
    record Citizen(String userId) implements Awaited {

        @Override
        public String toString() {
            return "Citizen[****]";
        }
    }

    /**
     * Nobody's, though it looks like a citizen's: what was typed is no registered citizen's document.
     *
     * @param typed the same for the same document
     */
    record Nobody(String typed) implements Awaited {

        @Override
        public String toString() {
            return "Nobody[****]";
        }
    }

    /** Whoever scans it first. */
    record Anybody() implements Awaited {}
}
