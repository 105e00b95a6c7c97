package es.clave.relyingparty.clave2.request;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.relyingparty.clave2.TestKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Mutated requests: each is either refused, or says exactly what was signed. So many as the system property
 * {@code clave.fuzz.requests} says; the seed is in the failure's message.
 */
final class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("clave.fuzz.requests", 100_000);
    private static final long SEED = Long.getLong("clave.fuzz.seed", 20261124L);

    private static final TestKey AGENCY = TestKey.rsa("agency");

    /** What mutations put in: pieces of which attacks are made. */
    private static final List<String> PIECES = List.of(
            "<!-- -->",
            "<?x y?>",
            "<![CDATA[x]]>",
            "<!DOCTYPE a [<!ENTITY x 'y'>]>",
            "&x;",
            "&#0;",
            "&#xD;",
            "&amp;",
            "<ds:Object/>",
            "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>",
            "<ds:Reference xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" URI=\"\"/>",
            "<saml2:Issuer xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">x</saml2:Issuer>",
            " ID=\"" + Forge.ID + "\"",
            " Id=\"" + Forge.ID + "\"",
            " xml:id=\"" + Forge.ID + "\"",
            " xmlns:x=\"y\"",
            " xmlns=\"\"",
            " AssertionConsumerServiceURL=\"https://evil.example/\"",
            "#WithComments",
            "https://evil.example/",
            "\u0000",
            "\uFEFF",
            "\uD83D\uDE00",
            " ",
            "\n",
            "\"",
            "'",
            "<",
            ">",
            "/>",
            "-1",
            "true");

    @Test
    void noMutationIsAcceptedAsSomethingThatWasNotSignedAndNoneBreaksTheReader() {
        String[] signed = {
            Forge.write(Forge.signed(Forge.request(), AGENCY)),
            Forge.write(Forge.signed(
                    Forge.request(),
                    AGENCY,
                    new Forge.Style(Forge.RSA_SHA512, Forge.SHA512, Optional.empty(), List.of("eidas-natural")))),
        };
        AuthnRequest original =
                readOrNull(signed[0].getBytes(StandardCharsets.UTF_8)).orElseThrow();
        Map<Refusal, Integer> refusals = new ConcurrentHashMap<>();
        AtomicInteger accepted = new AtomicInteger();
        IntStream.range(0, REQUESTS).parallel().forEach(i -> {
            // Each by its own seed, so that one that fails can be had alone.
            byte[] mutated = mutate(signed[i % signed.length], new Random(SEED + i));
            try {
                Optional<AuthnRequest> read = read(mutated);
                accepted.incrementAndGet();
                assertThat(read)
                        .as("request %d of seed %d: %s", i, SEED, new String(mutated, StandardCharsets.UTF_8))
                        .contains(original);
            } catch (RefusedException e) {
                refusals.merge(e.refusal(), 1, Integer::sum);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "request " + i + " of seed " + SEED + ": " + new String(mutated, StandardCharsets.UTF_8), e);
            }
        });
        // That mutations get past the parser, up to the signature, and that some change nothing that is signed.
        assertThat(refusals)
                .containsKeys(
                        Refusal.NOT_XML,
                        Refusal.FORBIDDEN_XML,
                        Refusal.WRONG_SIGNATURE,
                        Refusal.MISPLACED_SIGNATURE,
                        Refusal.WRONG_REFERENCE,
                        Refusal.FORBIDDEN_ALGORITHM);
        assertThat(accepted).hasPositiveValue();
    }

    private static Optional<AuthnRequest> readOrNull(byte[] xml) {
        try {
            return read(xml);
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private static Optional<AuthnRequest> read(byte[] xml) throws RefusedException {
        return Optional.of(Forge.read(Base64.getEncoder().encodeToString(xml), AGENCY));
    }

    private static byte[] mutate(String xml, Random random) {
        StringBuilder text = new StringBuilder(xml);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            change(text, random);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static void change(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(9)) {
            case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            case 1 -> text.insert(after(text, at, '>'), PIECES.get(random.nextInt(PIECES.size())));
            case 2 -> text.insert(before(text, at, '>'), PIECES.get(random.nextInt(PIECES.size())));
            case 3 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
            case 4 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
            case 5 -> moveElement(text, random);
            case 6 -> doubleElement(text, random);
            case 7 -> {
                int from = after(text, at, '"');
                int to = before(text, Math.min(text.length() - 1, from + 1), '"');
                if (from < to) {
                    text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
                }
            }
            default -> text.insert(after(text, at, '"'), " ");
        }
        if (text.length() < 2) {
            text.append("<a/>");
        }
    }

    private static int after(StringBuilder text, int at, char mark) {
        int found = text.indexOf(String.valueOf(mark), at);
        return found < 0 ? text.length() : found + 1;
    }

    private static int before(StringBuilder text, int at, char mark) {
        int found = text.indexOf(String.valueOf(mark), at);
        return found < 0 ? text.length() : found;
    }

    private static void moveElement(StringBuilder text, Random random) {
        element(text, random).ifPresent(range -> {
            String element = text.substring(range[0], range[1]);
            text.delete(range[0], range[1]);
            if (text.length() > 0) {
                text.insert(after(text, random.nextInt(text.length()), '>'), element);
            }
        });
    }

    private static void doubleElement(StringBuilder text, Random random) {
        element(text, random).ifPresent(range -> {
            String element = text.substring(range[0], range[1]);
            text.insert(after(text, random.nextInt(text.length()), '>'), element);
        });
    }

    /** Where an element begins and ends, the first after a random place that has a name and an end. */
    private static Optional<int[]> element(StringBuilder text, Random random) {
        int begin = text.indexOf("<", random.nextInt(text.length()));
        if (begin < 0 || begin + 1 >= text.length() || "/!?".indexOf(text.charAt(begin + 1)) >= 0) {
            return Optional.empty();
        }
        int nameEnd = begin + 1;
        while (nameEnd < text.length() && " />\n".indexOf(text.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        String end = "</" + text.substring(begin + 1, nameEnd) + ">";
        int close = text.indexOf(end, nameEnd);
        return close < 0 ? Optional.empty() : Optional.of(new int[] {begin, close + end.length()});
    }
}
