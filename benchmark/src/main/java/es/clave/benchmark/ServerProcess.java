package es.clave.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the operating system and the JDK's own tools tell of the server's process. Linux only. */
final class ServerProcess {

    private static final Pattern HEAP = Pattern.compile("\\bheap\\b.*?used (\\d+)K", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
    private static final long KIBIBYTE = 1024;

    private final ProcessHandle process;

    private ServerProcess(ProcessHandle process) {
        this.process = process;
    }

    /** The one that this program started. */
    static ServerProcess find() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .map(ServerProcess::new)
                .orElseThrow(() -> new IllegalStateException("there is no server"));
    }

    /** What is alive on the heap. */
    long heapBytesAfterCollection() throws IOException, InterruptedException {
        jcmd("GC.run");
        jcmd("GC.run");
        return number(HEAP, jcmd("GC.heap_info")) * KIBIBYTE;
    }

    /** Physical memory. */
    long residentBytes() throws IOException {
        return number(RESIDENT, status()) * KIBIBYTE;
    }

    int threads() throws IOException {
        return (int) number(THREADS, status());
    }

    /** The time of processors that it used in so much time. */
    Duration cpuDuring(Duration time) throws InterruptedException {
        Duration before = cpu();
        Thread.sleep(time.toMillis());
        return cpu().minus(before);
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private String status() throws IOException {
        return Files.readString(Path.of("/proc/" + process.pid() + "/status"));
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return Long.parseLong(matcher.group(1));
    }
}
