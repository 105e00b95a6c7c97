package es.clave.certificate.pkix;

import es.clave.certificate.CertificateRefusal;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Whether an issuer took a certificate back: asked by OCSP, where nobody answers by its list; without an answer refused. */
final class RevocationCheck {

    private static final Logger LOG = Logger.getLogger(RevocationCheck.class);

    private final Ocsp ocsp;
    private final RevocationLists lists;
    private final RevocationMemory memory;
    private final Duration listCached;

    RevocationCheck(Downloads downloads, CertificateSettings settings, RevocationMemory memory, SecureRandom random) {
        this.ocsp = new Ocsp(downloads, settings, random);
        this.lists = new RevocationLists(downloads, settings);
        this.memory = memory;
        this.listCached = settings.crlCached();
    }

    /**
     * Requires that the certificate stands.
     *
     * @throws Refused if it was revoked, or nobody says that it was not
     */
    void require(X509Certificate certificate, X509Certificate issuer, Instant now) throws Refused {
        Optional<Standing> known = memory.standing(certificate, issuer, now);
        Standing.State state = known.isPresent() ? known.get().state() : ask(certificate, issuer, now);
        switch (state) {
            case GOOD -> {
                return;
            }
            case REVOKED -> throw new Refused(CertificateRefusal.REVOKED);
            // An issuer that does not know what bears its signature is asked no further: its list would not know
            // either.
            case UNKNOWN -> throw new Refused(CertificateRefusal.REVOCATION_UNKNOWN);
        }
    }

    private Standing.State ask(X509Certificate certificate, X509Certificate issuer, Instant now) throws Refused {
        try {
            for (URI responder : ServiceAddresses.ocsp(certificate)) {
                Optional<Standing> standing = askOne(responder, certificate, issuer, now);
                if (standing.isPresent()) {
                    memory.keep(certificate, issuer, standing.get());
                    return standing.get().state();
                }
            }
            for (URI address : ServiceAddresses.lists(certificate)) {
                Optional<X509CRL> list = list(address, issuer, now);
                if (list.isPresent()) {
                    return RevocationLists.isRevoked(list.get(), certificate)
                            ? Standing.State.REVOKED
                            : Standing.State.GOOD;
                }
            }
        } catch (Unanswered unreadable) {
            LOG.warnf("A certificate does not say readably where to ask after it: %s", unreadable.getMessage());
        }
        throw new Refused(CertificateRefusal.REVOCATION_UNKNOWN);
    }

    private Optional<Standing> askOne(URI responder, X509Certificate certificate, X509Certificate issuer, Instant now) {
        try {
            return Optional.of(ocsp.ask(responder, certificate, issuer, now));
        } catch (Unanswered why) {
            LOG.warnf("No answer by OCSP to be believed from %s: %s", responder, why.getMessage());
            return Optional.empty();
        }
    }

    private Optional<X509CRL> list(URI address, X509Certificate issuer, Instant now) {
        Optional<X509CRL> kept = memory.list(address, issuer, now);
        if (kept.isPresent()) {
            return kept;
        }
        try {
            X509CRL list = lists.fetch(address, issuer, now);
            Instant until = now.plus(listCached);
            Instant end = list.getNextUpdate().toInstant();
            memory.keep(address, issuer, list, end.isBefore(until) ? end : until);
            return Optional.of(list);
        } catch (Unanswered why) {
            LOG.warnf("No revocation list to be believed at %s: %s", address, why.getMessage());
            return Optional.empty();
        }
    }
}
