package es.clave.demo.web;

import java.util.Collection;
import java.util.Optional;

/** A piece of HTML in which everything that was not written by a programmer is escaped. */
public final class Html {

    private static final Html NOTHING = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /**
     * Fills each {@code {}} of the template with the next value. Values are escaped, so that they are text or a quoted
     * attribute; {@link Html} goes in as it is, a collection as its members in order, an empty {@link Optional} as nothing.
     *
     * @throws IllegalArgumentException if there are more or fewer values than places
     */
    public static Html of(String template, Object... values) {
        StringBuilder filled = new StringBuilder(template.length() + 64 * values.length);
        int from = 0;
        for (Object value : values) {
            int place = template.indexOf("{}", from);
            if (place < 0) {
                throw new IllegalArgumentException("more values than places");
            }
            filled.append(template, from, place);
            append(filled, value);
            from = place + 2;
        }
        if (template.indexOf("{}", from) >= 0) {
            throw new IllegalArgumentException("more places than values");
        }
        return new Html(filled.append(template, from, template.length()).toString());
    }

    /** No markup at all. */
    public static Html nothing() {
        return NOTHING;
    }

    private static void append(StringBuilder filled, Object value) {
        if (value instanceof Html html) {
            filled.append(html.markup);
        } else if (value instanceof Collection<?> several) {
            several.forEach(one -> append(filled, one));
        } else if (value instanceof Optional<?> perhaps) {
            perhaps.ifPresent(one -> append(filled, one));
        } else {
            escape(filled, String.valueOf(value));
        }
    }

    private static void escape(StringBuilder filled, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> filled.append("&amp;");
                case '<' -> filled.append("&lt;");
                case '>' -> filled.append("&gt;");
                case '"' -> filled.append("&quot;");
                case '\'' -> filled.append("&#39;");
                default -> filled.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return markup;
    }
}
