package es.clave.themes;

import freemarker.template.TemplateMethodModelEx;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What Keycloak puts into every page, for one language. Asking for a text that does not exist fails. */
final class SampleRequest {

    /** Names what Keycloak leaves out of a page, such as those of errors outside any realm. */
    static final String ABSENT = "absent";

    private static final String RESOURCES = "resources";

    private final String language;
    private final Map<String, String> texts;

    SampleRequest(String language) {
        this.language = language;
        this.texts = Bundle.all(language);
    }

    /** The page as the browser gets it. */
    String render(SamplePage page) {
        Map<String, Object> values = new HashMap<>(common(page));
        values.putAll(page.values());
        Object absent = values.remove(ABSENT);
        if (absent instanceof List<?> names) {
            names.forEach(values::remove);
        }
        return Templates.render(page.template(), values);
    }

    private Map<String, Object> common(SamplePage page) {
        Map<String, Object> values = new HashMap<>();
        values.put("lang", language);
        values.put("pageId", page.template().replace(".ftl", ""));
        values.put("properties", Templates.properties());
        values.put("scripts", List.of());
        values.put("title", "Cl@ve");
        values.put("msg", (TemplateMethodModelEx) this::text);
        values.put(
                "advancedMsg",
                method(key -> key.startsWith("${") ? text(List.of(key.substring(2, key.length() - 1))) : key));
        values.put("kcSanitize", method(UnaryOperator.identity()));
        values.put("messagesPerField", new FieldErrors(errors(page)));
        values.put("authenticationSession", Map.of("authSessionIdHash", "abc"));
        values.put(
                "client",
                Map.of(
                        "clientId", "agency",
                        "name", "Ayuntamiento de Villaclara",
                        "baseUrl", "http://localhost:8181/",
                        "attributes", Map.of("tosUri", "https://example.org")));
        values.put(
                "realm",
                Map.of(
                        "name", "clave",
                        "displayName", "Cl@ve",
                        "internationalizationEnabled", true,
                        "password", true,
                        "registrationAllowed", true,
                        "loginWithEmailAllowed", true,
                        "registrationEmailAsUsername", false,
                        "resetPasswordAllowed", true,
                        "rememberMe", true,
                        "duplicateEmailsAllowed", false));
        values.put(
                "url",
                new HashMap<>(Map.of(
                        "resourcesPath", RESOURCES,
                        "registrationUrl", "#register",
                        "loginAction", "#action",
                        "loginUrl", "#login",
                        "loginRestartFlowUrl", "#restart",
                        "loginResetCredentialsUrl", "#reset",
                        "ssoLoginInOtherTabsUrl", "#other-tab",
                        "logoutConfirmAction", "#logout",
                        "oauthAction", "#oauth",
                        "oauth2DeviceVerificationAction", "#device")));
        values.put(
                "locale",
                Map.of(
                        "current",
                        texts.get("locale_" + language),
                        "currentLanguageTag",
                        language,
                        "rtl",
                        false,
                        "supported",
                        Bundle.LANGUAGES.stream()
                                .sorted()
                                .map(tag -> Map.of(
                                        "languageTag",
                                        tag,
                                        "label",
                                        texts.get("locale_" + tag),
                                        "url",
                                        page.name() + "." + tag + ".html"))
                                .toList()));
        values.put("auth", new Auth());
        values.put("login", Map.of());
        if (!page.message().isEmpty()) {
            values.put(
                    "message",
                    Map.of(
                            "type", page.message().get(0),
                            "summary", text(List.of(page.message().get(1), 12))));
        } else if (!page.errors().isEmpty()) {
            values.put(
                    "message",
                    Map.of(
                            "type",
                            "error",
                            "summary",
                            String.join(" ", errors(page).values())));
        }
        return values;
    }

    private Map<String, String> errors(SamplePage page) {
        return page.errors().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, error -> text(List.of(error.getValue(), 3))));
    }

    private String text(List<?> arguments) {
        String key = arguments.get(0).toString();
        if (!texts.containsKey(key)) {
            throw new IllegalArgumentException("no text \"" + key + "\" in " + language);
        }
        List<Object> values = new ArrayList<>();
        arguments.subList(1, arguments.size()).forEach(value -> values.add(value.toString()));
        return new MessageFormat(texts.get(key), Locale.forLanguageTag(language)).format(values.toArray());
    }

    private static TemplateMethodModelEx method(UnaryOperator<String> of) {
        return arguments -> of.apply(String.valueOf(arguments.get(0)));
    }

    /** As Keycloak's bean of the same job. */
    public record FieldErrors(Map<String, String> texts) {

        public boolean existsError(String... fields) {
            return List.of(fields).stream().anyMatch(texts::containsKey);
        }

        public boolean exists(String field) {
            return texts.containsKey(field);
        }

        public String get(String field) {
            return texts.getOrDefault(field, "");
        }

        public String getFirstError(String... fields) {
            return List.of(fields).stream()
                    .filter(texts::containsKey)
                    .findFirst()
                    .map(texts::get)
                    .orElse("");
        }
    }

    /** As Keycloak's bean of the same job, when the citizen is known: to Keycloak, by an opaque name. */
    public static final class Auth {

        public boolean showTryAnotherWayLink() {
            return false;
        }

        public boolean showUsername() {
            return true;
        }

        public boolean showResetCredentials() {
            return false;
        }

        public String getAttemptedUsername() {
            return "5f2c9a50-0000-4000-8000-0000000000aa";
        }

        public String getSelectedCredential() {
            return "";
        }

        public List<Map<String, String>> getAuthenticationSelections() {
            return List.of(
                    Map.of(
                            "authExecId", "1",
                            "iconCssClass", "x",
                            "displayName", "otp-display-name",
                            "helpText", "otp-help-text"),
                    Map.of(
                            "authExecId", "2",
                            "iconCssClass", "x",
                            "displayName", "password-display-name",
                            "helpText", "password-help-text"));
        }
    }
}
