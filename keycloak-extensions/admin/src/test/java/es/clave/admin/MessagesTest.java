package es.clave.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "ca", "eu", "gl", "en"})
    void everyTextThatTheConsoleAsksForIsThereAndNoOther(String language) throws IOException {
        Set<String> wanted = new HashSet<>(Set.of("claveRegistration", "claveRegistrationHelp"));
        for (RegistrationAttribute attribute : RegistrationAttribute.values()) {
            wanted.add(key(attribute.displayName()));
            wanted.add(key(attribute.help()));
        }
        Properties messages = messages(language);
        assertThat(messages.stringPropertyNames()).isEqualTo(wanted);
        assertThat(messages.values())
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    private static String key(String placeholder) {
        assertThat(placeholder).startsWith("${").endsWith("}");
        return placeholder.substring(2, placeholder.length() - 1);
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        try (InputStream file = MessagesTest.class.getResourceAsStream(
                        "/theme-resources/messages/messages_" + language + ".properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
