package es.clave.login.certificate;

import es.clave.certificate.CitizenCertificate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The validation data that agencies get as {@code PartialAfirma}: an XML document in Base64, whose fields go by the names
 * that the administration's validation platform gives them.
 */
final class PartialAfirma {

    private final CitizenCertificate certificate;

    PartialAfirma(CitizenCertificate certificate) {
        this.certificate = certificate;
    }

    String base64() {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(xml, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.writeStartElement("InfoCertificado");
            for (Map.Entry<String, String> field : fields().entrySet()) {
                writer.writeStartElement("Campo");
                writer.writeStartElement("idCampo");
                writer.writeCharacters(field.getKey());
                writer.writeEndElement();
                writer.writeStartElement("valorCampo");
                writer.writeCharacters(field.getValue());
                writer.writeEndElement();
                writer.writeEndElement();
            }
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Base64.getEncoder().encodeToString(xml.toByteArray());
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("NIFResponsable", certificate.nationalId().value());
        fields.put("nombreResponsable", certificate.name().given());
        fields.put("primerApellidoResponsable", certificate.name().firstSurname());
        certificate.name().secondSurname().ifPresent(surname -> fields.put("segundoApellidoResponsable", surname));
        fields.put("idEmisor", certificate.issuer());
        fields.put("numeroSerie", certificate.serialNumber());
        fields.put("validoDesde", certificate.notBefore().toString());
        fields.put("validoHasta", certificate.notAfter().toString());
        fields.put("politica", String.join(",", certificate.policies()));
        fields.put(
                "certCualificadoDispositivo",
                switch (certificate.storage()) {
                    case SOFTWARE -> "NO";
                    case DEVICE -> "SI";
                });
        return fields;
    }
}
