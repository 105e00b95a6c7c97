package es.clave.certificate.pkix;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** What issuers said lately, on this node. Only what was said counts: a failure to answer is asked again. */
final class RevocationMemory {

    private static final int MOST_STANDINGS = 50_000;
    private static final int MOST_LISTS = 100;

    private record Key(X509Certificate certificate, X509Certificate issuer) {}

    private record ListKey(URI address, X509Certificate issuer) {}

    private record KeptList(X509CRL list, Instant until) {}

    private final Cache<Key, Standing> standings =
            Caffeine.newBuilder().maximumSize(MOST_STANDINGS).build();
    private final Cache<ListKey, KeptList> lists =
            Caffeine.newBuilder().maximumSize(MOST_LISTS).build();

    Optional<Standing> standing(X509Certificate certificate, X509Certificate issuer, Instant now) {
        return Optional.ofNullable(standings.getIfPresent(new Key(certificate, issuer)))
                .filter(standing -> now.isBefore(standing.until()));
    }

    void keep(X509Certificate certificate, X509Certificate issuer, Standing standing) {
        standings.put(new Key(certificate, issuer), standing);
    }

    Optional<X509CRL> list(URI address, X509Certificate issuer, Instant now) {
        return Optional.ofNullable(lists.getIfPresent(new ListKey(address, issuer)))
                .filter(kept -> now.isBefore(kept.until()))
                .map(KeptList::list);
    }

    void keep(URI address, X509Certificate issuer, X509CRL list, Instant until) {
        lists.put(new ListKey(address, issuer), new KeptList(list, until));
    }
}
