package es.clave.registration.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import es.clave.identity.NationalId;
import es.clave.platform.ServerKeys;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.jose.jwe.JWEException;
import org.keycloak.util.TokenUtil;

/** Keeps an addressee unreadable in the database (JWE, RFC 7516); one copied to another letter does not open there. */
final class AddresseeSeal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecretKey encryption;
    private final SecretKey authentication;

    AddresseeSeal(ServerKeys keys) {
        this.encryption = new SecretKeySpec(keys.derive("registration.letter.encryption"), "AES");
        this.authentication = new SecretKeySpec(keys.derive("registration.letter.authentication"), "HmacSHA256");
    }

    String close(String letterId, Addressee addressee) {
        ObjectNode node = JSON.createObjectNode()
                .put("letter", letterId)
                .put("nationalId", addressee.nationalId().value())
                .put("country", addressee.country())
                .put("language", addressee.language().toLanguageTag())
                .put("page", addressee.page().toString());
        addressee.lines().forEach(node.putArray("lines")::add);
        try {
            return TokenUtil.jweDirectEncode(encryption, authentication, JSON.writeValueAsBytes(node));
        } catch (JWEException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Who was sealed for this letter; empty if it was with another key, for another letter, or tampered with. */
    Optional<Addressee> open(String letterId, String sealed) {
        try {
            JsonNode node = JSON.readTree(TokenUtil.jweDirectVerifyAndDecode(encryption, authentication, sealed));
            if (!node.path("letter").asText().equals(letterId)) {
                return Optional.empty();
            }
            List<String> lines = new ArrayList<>();
            node.path("lines").forEach(line -> lines.add(line.asText()));
            return Optional.of(new Addressee(
                    NationalId.of(node.path("nationalId").asText()),
                    lines,
                    node.path("country").asText(),
                    Locale.forLanguageTag(node.path("language").asText()),
                    URI.create(node.path("page").asText())));
        } catch (JWEException | IOException unreadable) {
            return Optional.empty();
        }
    }
}
