package es.clave.demo.authority;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Where one asks whether a certificate was revoked: OCSP and revocation lists, on this machine only. */
public final class Responder implements AutoCloseable {

    /** How it answers by OCSP. */
    public enum Ocsp {
        /** As it should. */
        TRUE,
        /** As it should, without repeating the nonce, as busy ones do. */
        WITHOUT_NONCE,
        /** The line is cut. */
        DOWN,
        /** Not within anybody's patience. */
        SLOW,
        /** "Try later". */
        BUSY,
        /** Not an answer at all. */
        GARBAGE,
        /** More than anybody should read. */
        ENDLESS,
        /** What was true last month. */
        STALE,
        /** Says what will be true next month. */
        FROM_THE_FUTURE,
        /** Signed by somebody whom nobody asked. */
        WRONG_SIGNER,
        /** Signed by a citizen's certificate of the same issuer, which may not sign answers. */
        SIGNED_BY_A_CITIZEN,
        /** About another certificate. */
        WRONG_SERIAL,
        /** The first answer that it ever gave for this certificate, again and again. */
        REPLAYED,
        /** The issuer does not know this certificate. */
        UNKNOWN
    }

    /** How it gives revocation lists. */
    public enum Crl {
        /** As it should. */
        TRUE,
        /** The line is cut. */
        DOWN,
        /** Last month's. */
        STALE,
        /** Signed by somebody else. */
        WRONG_SIGNER,
        /** Not a list at all. */
        GARBAGE
    }

    private static final Duration STALE_FOR = Duration.ofDays(30);
    private static final Duration OCSP_LIFETIME = Duration.ofMinutes(30);
    private static final Duration CRL_LIFETIME = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ENDLESS_BYTES = 8 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger ocspRequests = new AtomicInteger();
    private final AtomicInteger crlRequests = new AtomicInteger();
    private final Map<BigInteger, byte[]> firstAnswers = new ConcurrentHashMap<>();
    private final KeyPair strangersKeys = Authority.keys("EC", 256);
    private volatile Authority authority;
    private volatile Ocsp ocsp = Ocsp.TRUE;
    private volatile Crl crl = Crl.TRUE;
    private volatile Credential citizen;

    private Responder(HttpServer server) {
        this.server = server;
    }

    /** Opens it at this port, 0 for any that is free, before there is an authority that names it. */
    public static Responder open(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            Responder responder = new Responder(server);
            server.createContext("/ocsp", responder::answerOcsp);
            server.createContext("/citizens.crl", exchange -> responder.answerCrl(exchange, false));
            server.createContext("/root.crl", exchange -> responder.answerCrl(exchange, true));
            server.setExecutor(responder.threads);
            server.start();
            return responder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its certificates call it. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers for this authority from now on. */
    public void answersFor(Authority whose) {
        authority = whose;
    }

    /** How it answers by OCSP from now on. */
    public void ocsp(Ocsp how) {
        ocsp = how;
    }

    /** How it gives lists from now on. */
    public void crl(Crl how) {
        crl = how;
    }

    /** Who signs where a citizen does. */
    public void citizen(Credential who) {
        citizen = who;
    }

    /** How often it was asked by OCSP. */
    public int ocspRequests() {
        return ocspRequests.get();
    }

    /** How often a list was fetched. */
    public int crlRequests() {
        return crlRequests.get();
    }

    private void answerOcsp(HttpExchange exchange) throws IOException {
        ocspRequests.incrementAndGet();
        Ocsp how = ocsp;
        try (exchange) {
            OCSPReq request = new OCSPReq(exchange.getRequestBody().readAllBytes());
            byte[] answer = ocspAnswer(request, how);
            BigInteger serial = request.getRequestList()[0].getCertID().getSerialNumber();
            byte[] first = firstAnswers.putIfAbsent(serial, answer);
            send(exchange, "application/ocsp-response", how == Ocsp.REPLAYED && first != null ? first : answer);
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private byte[] ocspAnswer(OCSPReq request, Ocsp how)
            throws IOException, OCSPException, OperatorCreationException, GeneralSecurityException {
        switch (how) {
            case DOWN -> throw new IOException("told to be down");
            case SLOW -> await();
            case GARBAGE -> {
                return new byte[] {1, 2, 3};
            }
            case ENDLESS -> {
                return new byte[ENDLESS_BYTES];
            }
            case BUSY -> {
                return new OCSPRespBuilder()
                        .build(OCSPResponseStatus.TRY_LATER, null)
                        .getEncoded();
            }
            default -> {
                // A whole answer, below.
            }
        }
        CertificateID asked = request.getRequestList()[0].getCertID();
        boolean ofRoot = issued(asked, authority.root());
        Credential signer = signer(how, ofRoot);
        X509CertificateHolder[] sent = {holder(signer.certificate())};
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(sent[0].getSubject()));
        Instant now = authority.clock().instant();
        Instant from =
                switch (how) {
                    case STALE -> now.minus(STALE_FOR);
                    case FROM_THE_FUTURE -> now.plus(STALE_FOR);
                    default -> now.minusSeconds(1);
                };
        builder.addResponse(
                how == Ocsp.WRONG_SERIAL ? another(asked) : asked,
                how == Ocsp.UNKNOWN ? new UnknownStatus() : status(asked.getSerialNumber()),
                Date.from(from),
                Date.from(from.plus(OCSP_LIFETIME)));
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null && how != Ocsp.WITHOUT_NONCE) {
            builder.setResponseExtensions(new Extensions(nonce));
        }
        PrivateKey key = how == Ocsp.WRONG_SIGNER ? strangersKeys.getPrivate() : signer.key();
        OCSPResp answer = new OCSPRespBuilder()
                .build(
                        OCSPResponseStatus.SUCCESSFUL,
                        builder.build(
                                new JcaContentSignerBuilder(Authority.algorithm("SHA256", key)).build(key),
                                sent,
                                Date.from(now)));
        return answer.getEncoded();
    }

    private Credential signer(Ocsp how, boolean ofRoot) {
        if (how == Ocsp.SIGNED_BY_A_CITIZEN && !ofRoot) {
            return citizen;
        }
        // What the root issued it answers for itself; the intermediate has a responder.
        return ofRoot ? authority.rootCredential() : authority.responderCredential();
    }

    private boolean issued(CertificateID asked, X509Certificate issuer) throws OCSPException {
        return asked.matchesIssuer(holder(issuer), new org.bouncycastle.operator.bc.BcDigestCalculatorProvider());
    }

    private CertificateID another(CertificateID asked) {
        return CertificateID.deriveCertificateID(asked, asked.getSerialNumber().add(BigInteger.ONE));
    }

    private CertificateStatus status(BigInteger serial) {
        Instant at = authority.revoked().get(serial);
        return at == null ? CertificateStatus.GOOD : new RevokedStatus(Date.from(at), CRLReason.keyCompromise);
    }

    private void answerCrl(HttpExchange exchange, boolean ofRoot) throws IOException {
        crlRequests.incrementAndGet();
        Crl how = crl;
        try (exchange) {
            switch (how) {
                case DOWN -> throw new IOException("told to be down");
                case GARBAGE -> send(exchange, "application/pkix-crl", new byte[] {1, 2, 3});
                default -> send(exchange, "application/pkix-crl", list(how, ofRoot));
            }
        } catch (OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    private byte[] list(Crl how, boolean ofRoot) throws IOException, OperatorCreationException {
        Credential issuer = ofRoot ? authority.rootCredential() : authority.intermediateCredential();
        Instant now = authority.clock().instant();
        Instant from = how == Crl.STALE ? now.minus(STALE_FOR) : now.minusSeconds(1);
        X509v2CRLBuilder builder = new X509v2CRLBuilder(Authority.nameOf(issuer.certificate()), Date.from(from));
        builder.setNextUpdate(Date.from(from.plus(CRL_LIFETIME)));
        authority
                .revoked()
                .forEach((serial, at) -> builder.addCRLEntry(serial, Date.from(at), CRLReason.keyCompromise));
        PrivateKey key = how == Crl.WRONG_SIGNER ? strangersKeys.getPrivate() : issuer.key();
        return builder.build(new JcaContentSignerBuilder(Authority.algorithm("SHA256", key)).build(key))
                .getEncoded();
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void await() throws IOException {
        try {
            if (closing.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("closing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().put("Content-Type", List.of(type));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
