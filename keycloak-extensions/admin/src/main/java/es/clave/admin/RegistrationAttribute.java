package es.clave.admin;

import es.clave.registry.Citizen;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an administrator sees of a registration, in this order. Numbers are masked. */
enum RegistrationAttribute {
    NATIONAL_ID("nationalId", citizen -> citizen.nationalId().masked()),
    STATUS("status", citizen -> citizen.status().name()),
    LEVEL("level", citizen -> citizen.level().name()),
    ROUTE("route", citizen -> citizen.route().name()),
    SINCE("since", citizen -> citizen.since().truncatedTo(ChronoUnit.SECONDS).toString()),
    MOBILE("mobile", citizen -> citizen.mobile().masked());

    /** Before every name: nobody else's attributes begin so. */
    static final String PREFIX = "clave.";

    private final String shortName;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final Function<Citizen, String> value;

    RegistrationAttribute(String shortName, Function<Citizen, String> value) {
        this.shortName = shortName;
        this.value = value;
    }

    /** The attribute's name in the user representation: {@code clave.level}. */
    String attribute() {
        return PREFIX + shortName;
    }

    /** The key of its name in the message bundles, as the console wants it. */
    String displayName() {
        return "${" + messageKey() + "}";
    }

    /** The key of its explanation in the message bundles, as the console wants it. */
    String help() {
        return "${" + messageKey() + "Help}";
    }

    private String messageKey() {
        return "claveRegistration." + shortName;
    }

    String of(Citizen citizen) {
        return value.apply(citizen);
    }

    static Map<String, String> allOf(Citizen citizen) {
        return Stream.of(values())
                .collect(Collectors.toMap(RegistrationAttribute::attribute, attribute -> attribute.of(citizen)));
    }
}
