package es.clave.relyingparty.clave2;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The request that a login under way answers, kept in its notes.
 *
 * @param replyAddress registered, and so where even an error may go
 */
record PendingRequest(
        String id,
        String replyAddress,
        String nameIdFormat,
        Optional<String> relayState,
        boolean forceAuthn,
        Set<ToldAttribute> attributes,
        Set<ToldAttribute> required) {

    private static final String PREFIX = "clave2.";
    private static final String ID = PREFIX + "id";
    private static final String NAME_ID_FORMAT = PREFIX + "nameid.format";
    private static final String RELAY_STATE = PREFIX + "relay.state";
    private static final String FORCE_AUTHN = PREFIX + "force";
    private static final String ATTRIBUTES = PREFIX + "attributes";
    private static final String REQUIRED = PREFIX + "required";

    void keepIn(AuthenticationSessionModel login) {
        login.setRedirectUri(replyAddress);
        login.setClientNote(ID, id);
        login.setClientNote(NAME_ID_FORMAT, nameIdFormat);
        relayState.ifPresent(value -> login.setClientNote(RELAY_STATE, value));
        login.setClientNote(FORCE_AUTHN, Boolean.toString(forceAuthn));
        login.setClientNote(ATTRIBUTES, names(attributes));
        login.setClientNote(REQUIRED, names(required));
    }

    static PendingRequest of(AuthenticationSessionModel login) {
        return new PendingRequest(
                login.getClientNote(ID),
                login.getRedirectUri(),
                login.getClientNote(NAME_ID_FORMAT),
                Optional.ofNullable(login.getClientNote(RELAY_STATE)),
                Boolean.parseBoolean(login.getClientNote(FORCE_AUTHN)),
                named(login.getClientNote(ATTRIBUTES)),
                named(login.getClientNote(REQUIRED)));
    }

    private static String names(Set<ToldAttribute> attributes) {
        return attributes.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Set<ToldAttribute> named(String names) {
        Set<String> all = names == null ? Set.of() : Set.of(names.split(",", -1));
        return Arrays.stream(ToldAttribute.values())
                .filter(attribute -> all.contains(attribute.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ToldAttribute.class)));
    }

    @Override
    public String toString() {
        return "PendingRequest[" + replyAddress + "]";
    }
}
