package es.clave.certificate.pkix;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Asks by OCSP (RFC 6960), and believes only what the issuer, or whom it charged with it, says of this certificate now. */
final class Ocsp {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int NONCE_BYTES = 32;

    /** However long an issuer says that its answer holds. */
    private static final Duration OLDEST = Duration.ofHours(24);

    private final Downloads downloads;
    private final CertificateSettings settings;
    private final SecureRandom random;

    Ocsp(Downloads downloads, CertificateSettings settings, SecureRandom random) {
        this.downloads = downloads;
        this.settings = settings;
        this.random = random;
    }

    /**
     * Asks one responder.
     *
     * @throws Unanswered if it does not answer, or not believably
     */
    Standing ask(URI responder, X509Certificate certificate, X509Certificate issuer, Instant now) throws Unanswered {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            CertificateID id = new CertificateID(
                    digests.get(CertificateID.HASH_SHA1),
                    ServiceAddresses.holder(issuer),
                    certificate.getSerialNumber());
            byte[] answer = downloads.post(responder, "application/ocsp-request", request(id, nonce), MOST_BYTES);
            BasicOCSPResp response = basic(new OCSPResp(answer));
            requireSigned(response, issuer, now);
            boolean fresh = requireNonce(response, nonce);
            return standing(single(response, id, issuer, digests), fresh, now);
        } catch (IOException
                | OCSPException
                | OperatorCreationException
                | GeneralSecurityException
                | IllegalArgumentException e) {
            throw new Unanswered(e);
        }
    }

    private static byte[] request(CertificateID id, byte[] nonce) throws IOException, OCSPException {
        return new OCSPReqBuilder()
                .addRequest(id)
                .setRequestExtensions(new Extensions(new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded())))
                .build()
                .getEncoded();
    }

    private static BasicOCSPResp basic(OCSPResp response) throws OCSPException, Unanswered {
        if (response.getStatus() == OCSPResp.SUCCESSFUL
                && response.getResponseObject() instanceof BasicOCSPResp basic) {
            return basic;
        }
        throw new Unanswered("OCSP status " + response.getStatus());
    }

    private void requireSigned(BasicOCSPResp response, X509Certificate issuer, Instant now)
            throws OCSPException, OperatorCreationException, GeneralSecurityException, Unanswered {
        if (!Strength.suffices(new DefaultSignatureNameFinder().getAlgorithmName(response.getSignatureAlgorithmID()))) {
            throw new Unanswered("signed by a weak algorithm");
        }
        if (isSignedBy(response, issuer)) {
            return;
        }
        for (X509CertificateHolder sent : response.getCerts()) {
            X509Certificate delegate = new JcaX509CertificateConverter().getCertificate(sent);
            if (mayAnswerFor(issuer, delegate, now)
                    && isNamed(response.getResponderId(), sent)
                    && isSignedBy(response, delegate)) {
                return;
            }
        }
        throw new Unanswered("signed by nobody who may");
    }

    /** Charged by the issuer itself (RFC 6960, 4.2.2.2), and with its word that nobody needs to ask after the responder. */
    private boolean mayAnswerFor(X509Certificate issuer, X509Certificate delegate, Instant now) {
        return delegate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && Strength.suffices(delegate)
                && IssuerPath.signed(issuer, delegate)
                && Usage.signsOcsp(delegate)
                && delegate.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) != null
                && !now.isBefore(delegate.getNotBefore().toInstant().minus(settings.clockSkew()))
                && !now.isAfter(delegate.getNotAfter().toInstant());
    }

    private static boolean isNamed(RespID responder, X509CertificateHolder sent)
            throws OCSPException, OperatorCreationException {
        return responder.equals(new RespID(sent.getSubject()))
                || responder.equals(new RespID(
                        sent.getSubjectPublicKeyInfo(),
                        new JcaDigestCalculatorProviderBuilder().build().get(RespID.HASH_SHA1)));
    }

    private static boolean isSignedBy(BasicOCSPResp response, X509Certificate signer) {
        try {
            return response.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer.getPublicKey()));
        } catch (OCSPException | OperatorCreationException notIts) {
            return false;
        }
    }

    /** Whether it is an answer to this very question; a nonce that is another's is worse than none. */
    private boolean requireNonce(BasicOCSPResp response, byte[] nonce) throws IOException, Unanswered {
        Extension repeated = response.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (repeated == null) {
            if (settings.nonceRequired()) {
                throw new Unanswered("without nonce");
            }
            return false;
        }
        byte[] expected = new DEROctetString(nonce).getEncoded();
        if (!Arrays.equals(repeated.getExtnValue().getOctets(), expected)) {
            throw new Unanswered("the answer to another question");
        }
        return true;
    }

    private static SingleResp single(
            BasicOCSPResp response, CertificateID id, X509Certificate issuer, DigestCalculatorProvider digests)
            throws OCSPException, Unanswered {
        for (SingleResp single : response.getResponses()) {
            CertificateID about = single.getCertID();
            if (about.getSerialNumber().equals(id.getSerialNumber())
                    && about.matchesIssuer(ServiceAddresses.holder(issuer), digests)) {
                return single;
            }
        }
        throw new Unanswered("about another certificate");
    }

    private Standing standing(SingleResp single, boolean fresh, Instant now) throws Unanswered {
        Instant from = single.getThisUpdate().toInstant();
        Date nextUpdate = single.getNextUpdate();
        if (from.isAfter(now.plus(settings.clockSkew()))) {
            throw new Unanswered("from the future");
        }
        Duration oldest = nextUpdate == null && !fresh ? settings.ocspCached() : OLDEST;
        if (from.isBefore(now.minus(oldest).minus(settings.clockSkew()))
                || (nextUpdate != null && nextUpdate.toInstant().isBefore(now.minus(settings.clockSkew())))) {
            throw new Unanswered("stale");
        }
        Instant until = now.plus(settings.ocspCached());
        if (nextUpdate != null && nextUpdate.toInstant().isBefore(until)) {
            until = nextUpdate.toInstant();
        }
        return new Standing(state(single.getCertStatus()), until);
    }

    private static Standing.State state(CertificateStatus status) {
        if (status == CertificateStatus.GOOD) {
            return Standing.State.GOOD;
        }
        return status instanceof RevokedStatus ? Standing.State.REVOKED : Standing.State.UNKNOWN;
    }
}
