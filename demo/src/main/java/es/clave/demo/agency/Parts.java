package es.clave.demo.agency;

import es.clave.demo.web.Html;
import es.clave.demo.web.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pieces that both agencies' pages are made of; each agency dresses them in its own style sheet. */
public final class Parts {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private Parts() {}

    /** The form that sends the citizen to Cl@ve, with everything an agency can ask for. */
    public static Html loginForm(Ask ask, Language in, String button) {
        return loginForm(ask, in, button, Html.nothing());
    }

    /**
     * The same form with more than one button.
     *
     * @param others the other buttons
     */
    public static Html loginForm(Ask ask, Language in, String button, Html others) {
        List<Html> levels = new ArrayList<>();
        for (Level level : Level.values()) {
            levels.add(Html.of("""
                    <label class="choice"><input type="radio" name="level" value="{}"{}><span>{}</span></label>
                    """, level.word(), flag("checked", ask.level() == level), levelName(level, in)));
        }
        List<Html> data = new ArrayList<>();
        for (Datum datum : Datum.values()) {
            data.add(Html.of("""
                    <label class="choice"><input type="checkbox" name="data" value="{}"{}><span>{}</span></label>
                    """, datum.word(), flag("checked", ask.data().contains(datum)), datumName(datum, in)));
        }
        return Html.of(
                """
                <form class="ask" method="post" action="/login">
                  <fieldset><legend>{}</legend>{}</fieldset>
                  <fieldset><legend>{}</legend>{}</fieldset>
                  <fieldset><legend>{}</legend>
                    <label class="choice"><input type="checkbox" name="fresh" value="yes"{}><span>{}</span></label>
                  </fieldset>
                  <p class="actions"><button class="primary" type="submit" id="login">{}</button>{}</p>
                </form>
                """,
                in.say("Nivel de garantía mínimo", "Least level of assurance"),
                levels,
                in.say("Datos que se piden", "Data asked for"),
                data,
                in.say("Sesión", "Session"),
                flag("checked", ask.fresh()),
                in.say(
                        "Identificarse de nuevo aunque haya una sesión abierta",
                        "Log in again even if a session exists"),
                button,
                others);
    }

    /** A button that asks for the same again. */
    public static Html retryForm(Ask ask, Language in) {
        return Html.of(
                """
                <form method="post" action="/login">
                  <input type="hidden" name="level" value="{}">{}{}
                  <button class="primary" type="submit" id="retry">{}</button>
                </form>
                """,
                ask.level().word(),
                EnumSet.allOf(Datum.class).stream()
                        .filter(ask.data()::contains)
                        .map(datum -> Html.of("""
                                <input type="hidden" name="data" value="{}">
                                """, datum.word()))
                        .toList(),
                ask.fresh() ? Html.of("<input type=\"hidden\" name=\"fresh\" value=\"yes\">") : Html.nothing(),
                in.say("Volver a intentarlo", "Try again"));
    }

    /** What is known of the person, as a list of terms; what was not asked for does not appear. */
    public static Html person(Person person, Level level, Optional<Instant> when, Language in) {
        List<Html> rows = new ArrayList<>();
        row(rows, "person-identifier", in.say("DNI o NIE", "DNI or NIE"), person.identifier());
        row(rows, "given-name", in.say("Nombre", "Given name"), person.givenName());
        row(rows, "family-name", in.say("Apellidos", "Surnames"), person.familyName());
        row(rows, "first-surname", in.say("Primer apellido", "First surname"), person.firstSurname());
        row(rows, "second-surname", in.say("Segundo apellido", "Second surname"), person.secondSurname());
        row(rows, "birth-date", in.say("Fecha de nacimiento", "Date of birth"), person.birthDate());
        row(rows, "registration", in.say("Nivel de registro", "Registration level"), person.registration());
        row(rows, "level", in.say("Nivel de garantía", "Level of assurance"), Optional.of(levelName(level, in)));
        row(rows, "level-uri", "LoA", Optional.of(level.uri()));
        row(rows, "method", in.say("Medio utilizado", "Method used"), person.method());
        row(rows, "when", in.say("Se identificó", "Logged in"), when.map(at -> time(at, in)));
        return Html.of("<dl class=\"person\">{}</dl>", rows);
    }

    /** Something long to read for those who develop, closed at first. */
    public static Html raw(String id, String title, String text) {
        return Html.of("""
                <details class="raw"><summary>{}</summary>
                <pre id="{}" tabindex="0" role="region" aria-label="{}">{}</pre></details>
                """, title, id, title, text);
    }

    /** What a citizen should know about why there is no login. */
    public static Html explain(Refusal refusal, Language in) {
        return Html.of(
                """
                <p class="why" id="why">{}</p>
                <details class="raw"><summary>{}</summary>
                <dl class="person"><dt>{}</dt><dd id="error-code"><code>{}</code></dd>{}</dl></details>
                """,
                reason(refusal, in),
                in.say("Detalle técnico", "Technical detail"),
                in.say("Código", "Code"),
                refusal.code(),
                refusal.detail().isBlank()
                        ? Html.nothing()
                        : Html.of(
                                "<dt>{}</dt><dd id=\"error-detail\">{}</dd>",
                                in.say("Descripción", "Description"),
                                refusal.detail()));
    }

    /** The level's name for people. */
    public static String levelName(Level level, Language in) {
        return switch (level) {
            case LOW -> in.say("Bajo", "Low");
            case SUBSTANTIAL -> in.say("Sustancial", "Substantial");
            case HIGH -> in.say("Alto", "High");
        };
    }

    private static String reason(Refusal refusal, Language in) {
        return switch (refusal.kind()) {
            case ANSWERED_BY_CLAVE ->
                in.say(
                        "Cl@ve no ha completado la identificación: se canceló, o no se alcanzó lo que este trámite pide. "
                                + "Puede volver a intentarlo cuando quiera.",
                        "Cl@ve did not complete the login: it was cancelled, or what this service asks for was not "
                                + "reached. You can try again whenever you like.");
            case NOT_TRUSTED ->
                in.say(
                        "La respuesta que ha llegado no es válida o ya no sirve, así que nadie ha entrado con ella. "
                                + "Vuelva a intentarlo desde aquí.",
                        "The answer that arrived is not valid, or no longer, so nobody was logged in with it. "
                                + "Please try again from here.");
            case UNREACHABLE ->
                in.say(
                        "Ahora mismo no podemos comunicar con Cl@ve. Inténtelo de nuevo dentro de unos minutos.",
                        "We cannot reach Cl@ve right now. Please try again in a few minutes.");
        };
    }

    private static String datumName(Datum datum, Language in) {
        return switch (datum) {
            case IDENTITY -> in.say("Identidad (DNI o NIE, nombre y apellidos)", "Identity (DNI or NIE, names)");
            case BIRTH_DATE -> in.say("Fecha de nacimiento", "Date of birth");
            case REGISTRATION -> in.say("Nivel de registro en Cl@ve", "Registration level with Cl@ve");
        };
    }

    private static String time(Instant at, Language in) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(in.tag()))
                .format(at.atZone(MADRID).toLocalDateTime());
    }

    private static Html flag(String attribute, boolean set) {
        return set ? Html.of(" " + attribute) : Html.nothing();
    }

    private static void row(List<Html> rows, String id, String term, Optional<String> value) {
        value.ifPresent(known -> rows.add(Html.of("<dt>{}</dt><dd id=\"{}\">{}</dd>", term, id, known)));
    }
}
