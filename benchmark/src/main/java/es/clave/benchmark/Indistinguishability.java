package es.clave.benchmark;

import es.clave.identity.ContrastDatum;
import es.clave.identity.Dni;
import es.clave.identity.NationalId;
import es.clave.registry.synthetic.Population;
import es.clave.registry.synthetic.SyntheticPerson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Asks for a PIN, again and again and in random order, with documents of registered citizens, of people who never
 * registered, of registered citizens with a wrong datum, and of nobody; and compares the pages that come back and the time
 * that each took.
 */
final class Indistinguishability {

    /** Who a document belongs to. */
    enum Kind {
        REGISTERED,
        UNREGISTERED,
        WRONG_DATUM,
        NOBODY
    }

    private static final int PER_KIND = 20;
    private static final int WARM_UP_ROUNDS = 5;
    private static final long SEED = 20260101;
    /** What differs between two pages of the same kind too: times, the phone's last digits, links of the session. */
    private static final Pattern VARIABLE = Pattern.compile("\\d+(?::\\d+)*");

    private record Typed(Kind kind, NationalId id, ContrastDatum datum) {}

    private final URI realm;
    private final int rounds;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Random random = new Random(SEED);
    private int visitors;

    Indistinguishability(URI realm, int rounds) {
        this.realm = realm;
        this.rounds = rounds;
    }

    Report measure() throws IOException, InterruptedException {
        Map<Kind, List<Double>> milliseconds = new EnumMap<>(Kind.class);
        Map<Kind, Set<String>> pages = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            milliseconds.put(kind, new ArrayList<>());
            pages.put(kind, new TreeSet<>());
        }
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            List<Typed> all = documents();
            Collections.shuffle(all, random);
            for (Typed typed : all) {
                Visitor.Answer answer = ask(typed);
                if (round >= 0) {
                    milliseconds.get(typed.kind()).add(answer.nanoseconds() / 1e6);
                    pages.get(typed.kind()).add(shape(answer));
                }
            }
            System.out.printf("· round %d of %d%n", round + WARM_UP_ROUNDS + 1, rounds + WARM_UP_ROUNDS);
        }
        return new Report(milliseconds, pages);
    }

    private Visitor.Answer ask(Typed typed) throws IOException, InterruptedException {
        visitors++;
        Visitor visitor =
                new Visitor(http, "10.%d.%d.%d".formatted(visitors >> 16 & 255, visitors >> 8 & 255, visitors & 255));
        Visitor.Answer first = visitor.get(
                realm.resolve("protocol/openid-connect/auth?client_id=demo-oidc-agency&response_type=code&scope=openid"
                        + "&redirect_uri=http%3A%2F%2Flocalhost%3A8181%2Fcallback&code_challenge_method=S256"
                        + "&code_challenge=" + challenge() + "&clave_way=pin"));
        return visitor.submit(
                first,
                Map.of(
                        "step", "request",
                        "nationalId", typed.id().value(),
                        "contrastDatum", typed.datum().value()));
    }

    private String challenge() {
        byte[] verifier = new byte[32];
        random.nextBytes(verifier);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getUrlEncoder().withoutPadding().encode(verifier));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Typed> documents() {
        List<SyntheticPerson> people = Population.load().people();
        List<Typed> all = new ArrayList<>();
        List<SyntheticPerson> registered = people.stream()
                .filter(SyntheticPerson::usesClave)
                .limit(PER_KIND)
                .toList();
        List<SyntheticPerson> unregistered = people.stream()
                .filter(person ->
                        person.civil().alive() && person.registration().isEmpty())
                .toList();
        for (int i = 0; i < PER_KIND; i++) {
            SyntheticPerson citizen = registered.get(i % registered.size());
            NationalId id = citizen.civil().nationalId();
            all.add(new Typed(Kind.REGISTERED, id, citizen.datum()));
            all.add(new Typed(Kind.WRONG_DATUM, id, wrongDatum(id)));
            NationalId nobody = new Dni(10_000_000 + random.nextInt(10_000_000));
            all.add(new Typed(Kind.NOBODY, nobody, wrongDatum(nobody)));
        }
        unregistered.forEach(
                person -> all.add(new Typed(Kind.UNREGISTERED, person.civil().nationalId(), person.datum())));
        return all;
    }

    private ContrastDatum wrongDatum(NationalId id) {
        String text = id instanceof Dni
                ? "%02d/%02d/%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 2040 + random.nextInt(9))
                : "C%08d".formatted(90_000_000 + random.nextInt(9_999_999));
        return ContrastDatum.of(id, text);
    }

    /** The page without what differs from one request to the next in any case. */
    private static String shape(Visitor.Answer answer) {
        Document page = answer.page().clone();
        page.select("[action]").removeAttr("action");
        page.select("[href]").removeAttr("href");
        page.select("script").forEach(Element::empty);
        return answer.status() + " " + VARIABLE.matcher(page.outerHtml()).replaceAll("0");
    }
}
