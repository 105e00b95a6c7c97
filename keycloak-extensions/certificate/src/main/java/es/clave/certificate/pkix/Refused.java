package es.clave.certificate.pkix;

import es.clave.certificate.CertificateRefusal;

/** One step of the check said no. Caught where the steps are put in a row. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final CertificateRefusal reason;

    Refused(CertificateRefusal reason) {
        super(reason.label(), null, false, false);
        this.reason = reason;
    }

    CertificateRefusal reason() {
        return reason;
    }
}
