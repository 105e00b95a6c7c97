package es.clave.certificate;

import java.util.Locale;

/** Why a certificate is not taken: one reason each, for the page, the event and the counter. */
public enum CertificateRefusal {
    /** The browser showed none: there is none, or the citizen chose none. */
    NOT_SHOWN,
    /** A header brought it, and nobody vouches for who sent the header. */
    SENDER_NOT_TRUSTED,
    /** It cannot be read, or contradicts itself. */
    MALFORMED,
    /** None of the issuers that are trusted issued it. */
    UNKNOWN_ISSUER,
    /** It names a trusted issuer, whose signature it does not bear: tampered with, or forged. */
    BAD_SIGNATURE,
    /** Its key or its signature is of a kind that is too weak today. */
    WEAK,
    /** Its time is over. */
    EXPIRED,
    /** Its time has not begun. */
    NOT_YET_VALID,
    /** It is not for identifying its holder: for signing only, for a server, for issuing others. */
    WRONG_KEY_USAGE,
    /** None of its policies is one that is accepted. */
    WRONG_POLICY,
    /** It is not a qualified one (eIDAS, annex I). */
    NOT_QUALIFIED,
    /** A company's or another legal person's: a seal, or one of the older kind. */
    LEGAL_PERSON,
    /** A person's who stands for a legal person. */
    REPRESENTATIVE,
    /** A person's as a member of an organisation: an employee's, an official's. */
    ORGANISATION_MEMBER,
    /** It hides its holder behind a pseudonym. */
    PSEUDONYM,
    /** It names no DNI or NIE. */
    NO_NATIONAL_ID,
    /** Its issuer revoked or suspended it. */
    REVOKED,
    /** Nobody could be asked whether it was revoked, or nobody answered believably. */
    REVOCATION_UNKNOWN;

    /** As events and counters write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
