package es.clave.registration.account;

/** An e-mail address of which its holder sees which one it is, and who looks over the shoulder does not. */
final class MaskedEmail {

    private static final String HIDDEN = "•••";

    private MaskedEmail() {}

    /** {@code c•••a@example.com}. */
    static String of(String email) {
        int at = email.lastIndexOf('@');
        if (at < 1) {
            return HIDDEN;
        }
        String first = email.substring(0, 1);
        String last = at < 3 ? "" : email.substring(at - 1, at);
        return first + HIDDEN + last + email.substring(at);
    }
}
