package es.clave.demo.conformance;

/**
 * One answer that an agency is given.
 *
 * @param good whether the agency must let the person in
 * @param spanish what is special about it
 * @param english the same
 */
public record Check(String id, boolean good, String spanish, String english) {

    static Check good(String id, String spanish, String english) {
        return new Check(id, true, spanish, english);
    }

    static Check bad(String id, String spanish, String english) {
        return new Check(id, false, spanish, english);
    }
}
