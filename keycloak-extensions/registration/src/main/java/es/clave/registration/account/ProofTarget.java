package es.clave.registration.account;

import es.clave.identity.MobileNumber;

/** Where a code goes whose return proves something. */
sealed interface ProofTarget {

    /** What the code is for; also the name of the form field that takes it. */
    String purpose();

    /** The number or the address. */
    String address();

    /** A phone, by SMS. */
    record Phone(String purpose, MobileNumber number) implements ProofTarget {

        @Override
        public String address() {
            return number.e164();
        }
    }

    /** A mailbox, by e-mail. */
    record Mailbox(String purpose, String address) implements ProofTarget {

        @Override
        public String toString() {
            return "Mailbox[" + purpose + "]";
        }
    }
}
