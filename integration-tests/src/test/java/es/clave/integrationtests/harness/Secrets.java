package es.clave.integrationtests.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What no log may tell: who the people of the demo population are, their phones and passwords, and every PIN that was sent. */
public final class Secrets {

    private final Set<String> words = new TreeSet<>();

    private Secrets() {}

    /** Of the demo population and of all messages that this run sent. */
    public static Secrets ofTheWholeRun() {
        return of(Population.everybody(), Messages.ofTheWholeRun());
    }

    static Secrets of(List<Citizen> people, List<Messages.Message> messages) {
        Secrets secrets = new Secrets();
        for (Citizen citizen : people) {
            secrets.add(citizen.nationalId());
            // Without its letter it tells the same.
            secrets.add(citizen.nationalId().substring(0, 8));
            secrets.add(citizen.mobile());
            secrets.add(citizen.password());
            secrets.add(citizen.mobile().replaceFirst("^\\+(34)?", ""));
        }
        for (Messages.Message message : messages) {
            secrets.add(message.to());
            message.pinIfAny().ifPresent(secrets::add);
        }
        return secrets;
    }

    private void add(String word) {
        // A number of few digits is found in every log.
        if (word.length() >= 6 && !word.equals("00000000")) {
            words.add(word);
        }
    }

    /** The lines that tell one of them, each with what it tells. */
    public List<String> toldBy(List<String> lines) {
        List<String> told = new ArrayList<>();
        for (String word : words) {
            Pattern alone = Pattern.compile(
                    "(?<![0-9A-Za-z-])" + Pattern.quote(word) + "(?![0-9A-Za-z-])", Pattern.CASE_INSENSITIVE);
            lines.stream()
                    .filter(line -> line.toUpperCase(Locale.ROOT).contains(word.toUpperCase(Locale.ROOT)))
                    .filter(line -> alone.matcher(line).find())
                    .map(line -> word + " in: " + line)
                    .forEach(told::add);
        }
        return told;
    }
}
