package es.clave.certificate.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import es.clave.certificate.CertificateCheck.Answer;
import es.clave.certificate.CertificateRefusal;
import es.clave.certificate.CitizenCertificate;
import es.clave.certificate.HolderName;
import es.clave.identity.NationalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An answer as a text, for where Keycloak keeps texts only. */
final class AnswerText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerText() {}

    static String write(Answer answer) {
        ObjectNode text = JSON.createObjectNode();
        if (answer instanceof Answer.Accepted accepted) {
            CitizenCertificate certificate = accepted.certificate();
            text.put("nationalId", certificate.nationalId().value())
                    .put("given", certificate.name().given())
                    .put("firstSurname", certificate.name().firstSurname())
                    .put("storage", certificate.storage().name())
                    .put("issuer", certificate.issuer())
                    .put("serialNumber", certificate.serialNumber())
                    .put("notBefore", certificate.notBefore().toEpochMilli())
                    .put("notAfter", certificate.notAfter().toEpochMilli());
            certificate.name().secondSurname().ifPresent(surname -> text.put("secondSurname", surname));
            certificate.policies().forEach(text.putArray("policies")::add);
        } else if (answer instanceof Answer.Refused refused) {
            text.put("refused", refused.reason().name());
        }
        return text.toString();
    }

    static Answer read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.has("refused")) {
                return new Answer.Refused(
                        CertificateRefusal.valueOf(node.get("refused").asText()));
            }
            List<String> policies = new ArrayList<>();
            node.get("policies").forEach(policy -> policies.add(policy.asText()));
            return new Answer.Accepted(new CitizenCertificate(
                    NationalId.of(node.get("nationalId").asText()),
                    new HolderName(
                            node.get("given").asText(),
                            node.get("firstSurname").asText(),
                            Optional.ofNullable(node.get("secondSurname")).map(JsonNode::asText)),
                    CitizenCertificate.KeyStorage.valueOf(node.get("storage").asText()),
                    node.get("issuer").asText(),
                    node.get("serialNumber").asText(),
                    Instant.ofEpochMilli(node.get("notBefore").asLong()),
                    Instant.ofEpochMilli(node.get("notAfter").asLong()),
                    policies));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
