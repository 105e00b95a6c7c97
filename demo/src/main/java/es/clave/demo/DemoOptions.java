package es.clave.demo;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the person who starts the demo chose.
 *
 * @param root the project
 * @param data where the state is kept
 */
record DemoOptions(Path root, Ports ports, Path data) {

    static DemoOptions parse(Path root, List<String> arguments) throws Trouble {
        int offset = 0;
        Optional<Path> data = Optional.empty();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String[] option = rest.next().split("=", 2);
            switch (option[0]) {
                case "--port-offset" -> offset = number(value(option, rest));
                case "--data" -> data = Optional.of(Path.of(value(option, rest)));
                default -> throw new Trouble("There is no option " + option[0] + ": see ./clave help.");
            }
        }
        try {
            Ports ports = new Ports(offset);
            String folder = offset == 0 ? "demo" : "demo-" + offset;
            return new DemoOptions(
                    root,
                    ports,
                    data.orElse(root.resolve("target").resolve(folder)).toAbsolutePath());
        } catch (IllegalArgumentException e) {
            throw new Trouble(e.getMessage() + ".", e);
        }
    }

    /** The distribution that the build assembled. */
    Path serverHome() {
        return root.resolve("server/target/clave");
    }

    private static String value(String[] option, Iterator<String> rest) throws Trouble {
        if (option.length == 2) {
            return option[1];
        }
        if (!rest.hasNext()) {
            throw new Trouble("The option " + option[0] + " needs a value.");
        }
        return rest.next();
    }

    private static int number(String text) throws Trouble {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Trouble("The option --port-offset needs a number, not \"" + text + "\".", e);
        }
    }
}
