package es.clave.demo.agency;

import es.clave.demo.web.Request;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an agency asks Cl@ve for.
 *
 * @param level the least that will do
 * @param fresh whether the citizen must prove it again although a session exists
 */
public record Ask(Level level, Set<Datum> data, boolean fresh) {

    public Ask {
        data = Set.copyOf(data);
    }

    /** What an agency asks for when nobody chose otherwise: who it is, at any level. */
    public static Ask usual() {
        return new Ask(Level.LOW, EnumSet.of(Datum.IDENTITY), false);
    }

    /** What was chosen in the agency's form (fields {@code level}, {@code data}, {@code fresh}). */
    public static Ask chosenIn(Request form) {
        Set<Datum> data = EnumSet.noneOf(Datum.class);
        form.fields("data").forEach(word -> Datum.ofWord(word).ifPresent(data::add));
        Level level = form.field("level").flatMap(Level::ofWord).orElse(Level.LOW);
        return new Ask(level, data, form.field("fresh").isPresent());
    }
}
