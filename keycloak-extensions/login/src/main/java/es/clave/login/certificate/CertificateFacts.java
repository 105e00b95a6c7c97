package es.clave.login.certificate;

import es.clave.certificate.CitizenCertificate;
import es.clave.platform.LoginNotes;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What a certificate says, as those who tell agencies of it want to have it. */
final class CertificateFacts {

    private final CitizenCertificate certificate;

    private CertificateFacts(CitizenCertificate certificate) {
        this.certificate = certificate;
    }

    static CertificateFacts of(CitizenCertificate certificate) {
        return new CertificateFacts(certificate);
    }

    /**
     * Keeps them with the login, and with the session that it becomes.
     *
     * @param instead whether nobody else says who it is: the person is not registered
     */
    void keepIn(AuthenticationSessionModel login, boolean instead) {
        login.setUserSessionNote(LoginNotes.CERTIFICATE, new PartialAfirma(certificate).base64());
        if (instead) {
            login.setUserSessionNote(
                    LoginNotes.CERTIFIED_ID, certificate.nationalId().value());
            login.setUserSessionNote(
                    LoginNotes.CERTIFIED_GIVEN_NAME, certificate.name().given());
            login.setUserSessionNote(
                    LoginNotes.CERTIFIED_FIRST_SURNAME, certificate.name().firstSurname());
            certificate
                    .name()
                    .secondSurname()
                    .ifPresent(surname -> login.setUserSessionNote(LoginNotes.CERTIFIED_SECOND_SURNAME, surname));
        }
    }
}
