package es.clave.messaging.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server (RFC 5321) that answers as it is told, and keeps what it was given. */
final class MailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    MailServer() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What it says to this command from now on; {@code .} is the end of a mail. */
    void answers(String command, String answer) {
        answers.put(command, answer);
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    List<String> mails() {
        return List.copyOf(mails);
    }

    private void serve() {
        try {
            while (true) {
                try (Socket client = socket.accept()) {
                    talk(client);
                }
            }
        } catch (SocketException closed) {
            // The test has ended.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.US_ASCII);
        say(out, answers.getOrDefault("", "220 ready"));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String command = line.split("[ :]", -1)[0].toUpperCase(Locale.ROOT);
            switch (command) {
                case "EHLO" -> say(out, answers.getOrDefault("EHLO", "250-here\r\n250 AUTH PLAIN"));
                case "AUTH" -> say(out, answers.getOrDefault("AUTH", "235 welcome"));
                case "DATA" -> {
                    String answer = answers.getOrDefault("DATA", "354 go on");
                    say(out, answer);
                    if (answer.startsWith("354")) {
                        mails.add(mail(in));
                        say(out, answers.getOrDefault(".", "250 taken"));
                    }
                }
                case "QUIT" -> say(out, "221 bye");
                default -> say(out, answers.getOrDefault(command, "250 fine"));
            }
        }
    }

    private static void say(PrintStream out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return mail.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
