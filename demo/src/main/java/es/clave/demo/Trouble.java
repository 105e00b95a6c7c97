package es.clave.demo;

/** Why the demo does not start, in one sentence for the person who started it. */
final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    Trouble(String sentence) {
        super(sentence);
    }

    Trouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
