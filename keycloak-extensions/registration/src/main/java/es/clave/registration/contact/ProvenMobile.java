package es.clave.registration.contact;

import es.clave.identity.MobileNumber;

/** A number to which a code was sent that came back: only {@link PhoneProof} finds that out. */
public final class ProvenMobile {

    private final MobileNumber number;

    ProvenMobile(MobileNumber number) {
        this.number = number;
    }

    /** The number. */
    public MobileNumber number() {
        return number;
    }

    @Override
    public String toString() {
        return "ProvenMobile[" + number.masked() + "]";
    }
}
