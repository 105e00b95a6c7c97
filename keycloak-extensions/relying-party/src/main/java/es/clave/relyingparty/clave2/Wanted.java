package es.clave.relyingparty.clave2;

import es.clave.identity.AssuranceLevel;
import es.clave.relyingparty.ExcludedWay;
import es.clave.relyingparty.clave2.answer.Problem;
import es.clave.relyingparty.clave2.request.AuthnRequest;
import es.clave.relyingparty.clave2.request.RequestedAttribute;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a request wants, as far as it can be had.
 *
 * @param level the least that will do
 * @param nameIdFormat how the answer is to call the identifier
 * @param relayState what must come back with the answer
 * @param attributes what is to be told beside what always is
 * @param required those without which the agency can do nothing
 */
record Wanted(
        AssuranceLevel level,
        String nameIdFormat,
        Optional<String> relayState,
        Set<ToldAttribute> attributes,
        Set<ToldAttribute> required) {

    /** SAML Bindings 2.0, 3.5.3. */
    static final int LONGEST_RELAY_STATE = 80;

    private static final Set<String> NAME_ID_FORMATS = Set.of(Names.UNSPECIFIED, Names.PERSISTENT, Names.TRANSIENT);
    private static final Set<String> SP_TYPES = Set.of("public", "private");

    /** What can be had, or why not. */
    sealed interface Answer {

        /** It can be had. */
        record Possible(Wanted wanted) implements Answer {}

        /** It cannot. */
        record Impossible(Problem problem) implements Answer {}
    }

    /**
     * What this request of this agency wants.
     *
     * @param posted the RelayState beside the message, which nobody signed
     */
    static Answer of(AuthnRequest request, Agency agency, Optional<String> posted) {
        Optional<String> relayState = relayState(request, posted);
        if (relayState.filter(value -> value.length() > LONGEST_RELAY_STATE).isPresent()
                || posted.filter(value -> value.length() > LONGEST_RELAY_STATE).isPresent()) {
            return new Answer.Impossible(Problem.INVALID_RELAY_STATE);
        }
        if (request.spType().filter(type -> !SP_TYPES.contains(type)).isPresent()) {
            return new Answer.Impossible(Problem.INVALID_REQUEST);
        }
        String nameIdFormat = request.nameIdFormat().orElse(Names.UNSPECIFIED);
        if (!NAME_ID_FORMATS.contains(nameIdFormat)) {
            return new Answer.Impossible(Problem.INVALID_NAME_ID_POLICY);
        }
        Optional<AssuranceLevel> level = level(request);
        if (level.isEmpty()) {
            return new Answer.Impossible(Problem.LEVEL_NOT_SUPPORTED);
        }
        Set<ToldAttribute> attributes = EnumSet.noneOf(ToldAttribute.class);
        Set<ToldAttribute> required = EnumSet.noneOf(ToldAttribute.class);
        for (RequestedAttribute requested : request.attributes()) {
            Optional<ToldAttribute> granted =
                    ToldAttribute.named(requested.name()).filter(attribute -> attribute.grantedTo(agency));
            granted.ifPresent(attributes::add);
            if (requested.required() && !ExcludedWay.isOne(requested.name())) {
                if (granted.isEmpty()) {
                    return new Answer.Impossible(Problem.ATTRIBUTE_MISSING);
                }
                required.add(granted.get());
            }
        }
        return new Answer.Possible(
                new Wanted(max(level.get(), agency.leastLevel()), nameIdFormat, relayState, attributes, required));
    }

    /** What must come back, with an error too. What the request itself says was signed, and goes before what is beside it. */
    static Optional<String> relayState(AuthnRequest request, Optional<String> posted) {
        return request.attributes().stream()
                .filter(attribute -> attribute.name().equals(ToldAttribute.RELAY_STATE.samlName()))
                .findFirst()
                .flatMap(RequestedAttribute::value)
                .filter(value -> !value.isEmpty())
                .or(() -> posted);
    }

    /** One level of eIDAS, as a minimum; low where none is named. Empty for whatever else. */
    private static Optional<AssuranceLevel> level(AuthnRequest request) {
        List<String> levels = request.levels();
        if (request.comparison().filter(how -> !how.equals("minimum")).isPresent() || levels.size() > 1) {
            return Optional.empty();
        }
        return levels.isEmpty()
                ? Optional.of(AssuranceLevel.LOW)
                : Arrays.stream(AssuranceLevel.values())
                        .filter(level -> level.uri().equals(levels.get(0)))
                        .findFirst();
    }

    private static AssuranceLevel max(AssuranceLevel one, AssuranceLevel other) {
        return one.atLeast(other) ? one : other;
    }

    @Override
    public String toString() {
        return "Wanted[" + level + ", " + attributes + "]";
    }
}
