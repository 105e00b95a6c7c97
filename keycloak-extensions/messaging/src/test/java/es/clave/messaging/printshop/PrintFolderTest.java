package es.clave.messaging.printshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import es.clave.messaging.Attachment;
import es.clave.messaging.Attempt;
import es.clave.messaging.Letter;
import es.clave.messaging.Message;
import es.clave.messaging.Outbox;
import es.clave.messaging.SendResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.models.RealmModel;

/** The folder as the print shop sees it. */
class PrintFolderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Moving clock = new Moving();
    private final Reports reports = new Reports();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private PrintShopLetterSender sender;
    private PrintJobs jobs;

    @BeforeEach
    void open() {
        sender = new PrintShopLetterSender(folder, clock);
        jobs = jobs(1000);
        jobs.showIn(meters);
    }

    @Test
    void lettersOfAnHourAreABatchWithAManifest() throws Exception {
        assertThat(send("CARTA-0001")).isEqualTo(new SendResult.Accepted("CARTA-0001"));
        clock.move(Duration.ofMinutes(59));
        send("CARTA-0002");
        jobs.run();
        assertThat(batches()).isEmpty();

        clock.move(Duration.ofMinutes(1));
        jobs.run();

        assertThat(batches()).hasSize(1);
        Path batch = batches().get(0);
        JsonNode manifest = manifest(batch);
        assertThat(manifest.get("format").asInt()).isEqualTo(1);
        assertThat(manifest.get("batch").asText()).isEqualTo(batch.getFileName().toString());
        assertThat(manifest.get("createdAt").asText()).isEqualTo("2026-11-24T11:00:00Z");
        assertThat(manifest.get("letters").findValuesAsText("reference")).containsExactly("CARTA-0001", "CARTA-0002");
        for (JsonNode letter : manifest.get("letters")) {
            byte[] pdf = Files.readAllBytes(batch.resolve(letter.get("file").asText()));
            assertThat(letter.get("bytes").asInt()).isEqualTo(pdf.length);
            assertThat(letter.get("sha256").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)));
            assertThat(letter.get("language").asText()).isEqualTo("eu");
            assertThat(letter.get("country").asText()).isEqualTo("ES");
            assertThat(letter.get("pages").asInt()).isEqualTo(1);
        }
        assertThat(Files.readString(batch.resolve("manifest.json"))).doesNotContain("ANA", "Mayor");
        assertThat(files("incoming")).isEmpty();
        assertThat(files("making")).isEmpty();
    }

    @Test
    void aBatchIsMadeAtOnceWhenItIsFull() throws Exception {
        for (int letter = 0; letter < 5; letter++) {
            send("CARTA-000" + letter);
        }

        jobs(2).run();

        assertThat(batches()).hasSize(2);
        assertThat(files("incoming")).hasSize(1);
    }

    @Test
    void whatIsThereAlreadyIsNotHandedOverAgainWhereverItIs() throws Exception {
        send("CARTA-0001");
        again("CARTA-0001");
        assertThat(files("incoming")).hasSize(1);

        makeBatch();
        again("CARTA-0001");
        assertThat(files("incoming")).isEmpty();

        acknowledge(batches().get(0), "{\"batch\":\"%s\",\"result\":\"POSTED\"}");
        jobs.run();
        again("CARTA-0001");
        assertThat(files("incoming")).isEmpty();
        assertThat(batches()).isEmpty();
    }

    @Test
    void whatTheShopAcknowledgesIsReportedAndErased() throws Exception {
        send("CARTA-0001");
        send("CARTA-0002");
        makeBatch();
        Path batch = batches().get(0);

        acknowledge(
                batch,
                "{\"batch\":\"%s\",\"result\":\"POSTED\",\"letters\":"
                        + "[{\"reference\":\"CARTA-0002\",\"result\":\"REJECTED\",\"reason\":\"address incomplete\"}]}");
        jobs.run();

        assertThat(reports.said)
                .isEqualTo(Map.of("CARTA-0001", "posted", "CARTA-0002", "not posted: address incomplete"));
        assertThat(batches()).isEmpty();
        assertThat(files("acknowledged")).isEmpty();
        assertThat(everything()).noneMatch(file -> file.toString().endsWith(".pdf"));
        assertThat(files("done")).hasSize(2);
    }

    @Test
    void aBatchIsKeptUntilAllOfItIsAcknowledged() throws Exception {
        send("CARTA-0001");
        send("CARTA-0002");
        makeBatch();
        Path batch = batches().get(0);

        acknowledge(batch, "{\"batch\":\"%s\",\"letters\":[{\"reference\":\"CARTA-0001\",\"result\":\"POSTED\"}]}");
        jobs.run();

        assertThat(reports.said).isEqualTo(Map.of("CARTA-0001", "posted"));
        assertThat(batch.resolve("CARTA-0002.eu.ES.1.pdf")).exists();
        assertThat(meters.get("clave.letter.unacknowledged").gauge().value()).isEqualTo(2);
    }

    @Test
    void anAcknowledgementThatIsNoneChangesNothing() throws Exception {
        send("CARTA-0001");
        makeBatch();
        for (String rubbish : List.of(
                "{not json",
                "[]",
                "{}",
                "{\"batch\":\"another\",\"result\":\"POSTED\"}",
                "{\"batch\":\"%s\",\"result\":\"PERHAPS\"}")) {
            acknowledge(batches().get(0), rubbish);
            jobs.run();
        }

        assertThat(reports.said).isEmpty();
        assertThat(batches()).hasSize(1);
    }

    @Test
    void aReasonThatCouldNameSomebodyIsNotKept() throws Exception {
        send("CARTA-0001");
        makeBatch();

        acknowledge(batches().get(0), "{\"batch\":\"%s\",\"result\":\"REJECTED\",\"reason\":\"Ana García, C/ Mayor\"}");
        jobs.run();

        assertThat(reports.said).isEqualTo(Map.of("CARTA-0001", "not posted: rejected by the print shop"));
    }

    @Test
    void aBatchThatNobodyEverAcknowledgesIsCountedAndErasedInTheEnd() throws Exception {
        send("CARTA-0001");
        makeBatch();
        clock.move(Duration.ofDays(30).minusSeconds(1));
        jobs.run();
        assertThat(batches()).hasSize(1);
        assertThat(meters.get("clave.letter.unacknowledged.oldest").gauge().value())
                .isEqualTo((double) Duration.ofDays(30).minusSeconds(1).toSeconds());

        clock.move(Duration.ofSeconds(1));
        jobs.run();

        assertThat(reports.said).isEqualTo(Map.of("CARTA-0001", "not posted: not acknowledged"));
        assertThat(everything()).noneMatch(file -> file.toString().endsWith(".pdf"));
    }

    @Test
    void aBatchThatANodeLeftHalfMadeIsFinishedByAnother() throws Exception {
        send("CARTA-0001");
        Path half = Files.createDirectories(folder.resolve("making/20261124T100000Z-dead"));
        try (Stream<Path> letters = Files.list(folder.resolve("incoming"))) {
            for (Path letter : letters.toList()) {
                Files.move(letter, half.resolve(letter.getFileName()));
            }
        }
        jobs.run();
        assertThat(batches()).as("it may be at it still").isEmpty();
        assertThat(files("making")).hasSize(1);

        Files.setLastModifiedTime(half, FileTime.from(Instant.now().minus(Duration.ofMinutes(11))));
        jobs.run();

        assertThat(batches()).hasSize(1);
        assertThat(manifest(batches().get(0)).get("letters").findValuesAsText("reference"))
                .containsExactly("CARTA-0001");
    }

    @Test
    void manyNodesAtOnceLoseNoLetterAndPrintNoneTwice() throws Exception {
        List<String> references = IntStream.range(1000, 1200)
                .mapToObj(number -> "CARTA-" + number)
                .toList();
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> work = Stream.concat(
                            references.stream().map(reference ->
                                    (Callable<Boolean>) () -> send(reference) instanceof SendResult.Accepted),
                            IntStream.range(0, 60).mapToObj(turn -> (Callable<Boolean>) () -> {
                                jobs(7).run();
                                return true;
                            }))
                    .toList();
            for (Future<Boolean> done : nodes.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            nodes.shutdown();
        }
        clock.move(Duration.ofHours(1));
        jobs(7).run();

        assertThat(batches().stream()
                        .flatMap(batch -> manifest(batch).get("letters").findValuesAsText("reference").stream())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(references);
    }

    @Test
    void aFolderThatCannotBeWrittenIsTriedAgain() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThat(new PrintShopLetterSender(file, clock).send(letter("CARTA-0001"), new Attempt("clave", "1", 1)))
                .isInstanceOf(SendResult.Retry.class);
    }

    private SendResult send(String reference) {
        return sender.send(letter(reference), new Attempt("clave", reference, 1));
    }

    private void again(String reference) {
        assertThat(sender.send(letter(reference), new Attempt("clave", reference, 2)))
                .isEqualTo(new SendResult.Accepted(reference));
    }

    private void makeBatch() throws IOException {
        clock.move(Duration.ofHours(1));
        jobs.run();
        assertThat(batches()).hasSize(1);
    }

    private void acknowledge(Path batch, String json) throws IOException {
        String name = batch.getFileName().toString();
        Path written = Files.writeString(folder.resolve("acknowledged/." + name), json.replace("%s", name));
        Files.move(
                written,
                folder.resolve("acknowledged/" + name + ".json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private PrintJobs jobs(int most) {
        return new PrintJobs(
                folder,
                new PrintSettings(
                        Optional.of(folder),
                        Duration.ofHours(1),
                        most,
                        Duration.ofSeconds(30),
                        Duration.ofHours(48),
                        Duration.ofDays(30)),
                work -> work.accept(reports),
                clock);
    }

    private static Letter letter(String reference) {
        return new Letter(
                reference,
                List.of("ANA GARCÍA", "Calle Mayor 1"),
                "ES",
                Locale.forLanguageTag("eu"),
                new Attachment("carta.pdf", "application/pdf", ("%PDF " + reference).getBytes(StandardCharsets.UTF_8)),
                1,
                "Carta",
                List.of(),
                Instant.MAX);
    }

    private List<Path> batches() throws IOException {
        return files("batches");
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.sorted().toList();
        }
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static JsonNode manifest(Path batch) {
        try {
            return JSON.readTree(batch.resolve("manifest.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An outbox that remembers what was reported to it. */
    private static final class Reports implements Outbox {

        private final Map<String, String> said = new TreeMap<>();

        @Override
        public Reported posted(String reference) {
            said.put(reference, "posted");
            return Reported.RECORDED;
        }

        @Override
        public Reported notPosted(String reference, String reason) {
            said.put(reference, "not posted: " + reason);
            return Reported.RECORDED;
        }

        @Override
        public void send(RealmModel realm, Message message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void pretend(RealmModel realm, String text, Instant usefulUntil) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reported delivered(String reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reported undelivered(String reference, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    /** A clock that goes on when it is told to. */
    private static final class Moving extends Clock {

        private volatile Instant now = Instant.parse("2026-11-24T10:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
