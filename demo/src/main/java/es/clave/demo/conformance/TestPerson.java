package es.clave.demo.conformance;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Somebody who does not exist, unlike anybody else, so that an agency's page tells whether they were let in. */
record TestPerson(String dni, String givenName, String subject) {

    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final int FIRST = 99_980_000;
    private static final int HOW_MANY = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    static TestPerson somebody() {
        int number = FIRST + RANDOM.nextInt(HOW_MANY);
        byte[] name = new byte[4];
        RANDOM.nextBytes(name);
        String unique = HexFormat.of().formatHex(name);
        return new TestPerson(
                number + String.valueOf(LETTERS.charAt(number % LETTERS.length())),
                "Prueba" + unique,
                "subject-" + unique);
    }

    /** What the number of somebody else has after this one's, where a check is whether an agency cuts it off. */
    static final String SUFFIX = "EVIL";

    boolean standsIn(String page) {
        return page.replace(dni + SUFFIX, "").contains(dni) || page.contains(givenName);
    }

    @Override
    public String toString() {
        return "TestPerson[" + subject + "]";
    }
}
