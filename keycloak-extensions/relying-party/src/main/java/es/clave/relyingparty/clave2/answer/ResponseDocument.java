package es.clave.relyingparty.clave2.answer;

import es.clave.relyingparty.clave2.Names;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The documents that agencies get, not yet signed. Their shape is that of the answers that are in the field. */
final class ResponseDocument {

    static final String STATUS = "urn:oasis:names:tc:SAML:2.0:status:";

    private static final String SUCCESS = STATUS + "Success";
    private static final String URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
    private static final String ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";

    /** The issuer of answers to logout requests: not an entity, but what applications in use compare with. */
    private static final String LOGOUT_ISSUER = "Cl@ve";

    private final MessageIds ids;

    ResponseDocument(MessageIds ids) {
        this.ids = ids;
    }

    /** That somebody logged in. */
    Document success(Envelope envelope, Identification who) {
        Document document = Xml.document();
        Element root = root(document, envelope);
        Xml.declare(root, "eidas-natural", Names.EIDAS_NATURAL_PERSON);
        Xml.declare(root, "xs", Names.XML_SCHEMA);
        status(root, List.of(SUCCESS), SUCCESS);
        Element assertion = assertion(root, envelope, who.nationalId());
        Element statement = Xml.assertion(assertion, "AuthnStatement");
        statement.setAttribute("AuthnInstant", Xml.time(who.loggedInAt()));
        Element context = Xml.assertion(statement, "AuthnContext");
        Xml.assertion(context, "AuthnContextClassRef").setTextContent(who.level());
        Xml.assertion(context, "AuthnContextDecl");
        Element attributes = Xml.assertion(assertion, "AttributeStatement");
        who.attributes().forEach(attribute -> attribute(attributes, attribute));
        return document;
    }

    /** That nobody did. There must be an assertion, or applications in use cannot read it; it is of nobody. */
    Document failure(Envelope envelope, Problem problem) {
        Document document = Xml.document();
        Element root = root(document, envelope);
        status(root, List.of(problem.status(), problem.detail()), problem.message());
        Element assertion = assertion(root, envelope, "NotAvailable");
        Element statement = Xml.assertion(assertion, "AuthnStatement");
        statement.setAttribute("AuthnInstant", Xml.time(envelope.issuedAt()));
        Xml.assertion(Xml.assertion(statement, "AuthnContext"), "AuthnContextDecl");
        return document;
    }

    /** That the session is over. */
    Document loggedOut(LogoutEnvelope envelope) {
        Document document = Xml.document();
        Element root = Xml.root(document, "LogoutResponse");
        root.setAttribute("Destination", envelope.returnAddress());
        root.setAttribute("ID", ids.next());
        root.setAttribute("InResponseTo", envelope.requestId());
        root.setAttribute("IssueInstant", Xml.time(envelope.issuedAt()));
        root.setAttribute("Version", "2.0");
        Xml.assertion(root, "Issuer").setTextContent(LOGOUT_ISSUER);
        status(root, List.of(SUCCESS), SUCCESS);
        return document;
    }

    private Element root(Document document, Envelope envelope) {
        Element root = Xml.root(document, "Response");
        root.setAttribute("Consent", "urn:oasis:names:tc:SAML:2.0:consent:obtained");
        root.setAttribute("Destination", envelope.replyAddress());
        root.setAttribute("ID", ids.next());
        root.setAttribute("InResponseTo", envelope.requestId());
        root.setAttribute("IssueInstant", Xml.time(envelope.issuedAt()));
        root.setAttribute("Version", "2.0");
        issuer(root, envelope);
        return root;
    }

    private static void issuer(Element parent, Envelope envelope) {
        Element issuer = Xml.assertion(parent, "Issuer");
        issuer.setAttribute("Format", ENTITY);
        issuer.setTextContent(envelope.issuer());
    }

    private static void status(Element root, List<String> codes, String message) {
        Element status = Xml.protocol(root, "Status");
        Element parent = status;
        for (String code : codes) {
            parent = Xml.protocol(parent, "StatusCode");
            parent.setAttribute("Value", code);
        }
        Xml.protocol(status, "StatusMessage").setTextContent(message);
    }

    private Element assertion(Element root, Envelope envelope, String nameId) {
        String issuedAt = Xml.time(envelope.issuedAt());
        String end = Xml.time(envelope.issuedAt().plus(envelope.valid()));
        Element assertion = Xml.assertion(root, "Assertion");
        assertion.setAttribute("ID", ids.next());
        assertion.setAttribute("IssueInstant", issuedAt);
        assertion.setAttribute("Version", "2.0");
        issuer(assertion, envelope);
        subject(assertion, envelope, nameId, end);
        Element conditions = Xml.assertion(assertion, "Conditions");
        conditions.setAttribute("NotBefore", issuedAt);
        conditions.setAttribute("NotOnOrAfter", end);
        Xml.assertion(Xml.assertion(conditions, "AudienceRestriction"), "Audience")
                .setTextContent(envelope.replyAddress());
        Xml.assertion(conditions, "OneTimeUse");
        return assertion;
    }

    private static void subject(Element assertion, Envelope envelope, String value, String end) {
        Element subject = Xml.assertion(assertion, "Subject");
        Element nameId = Xml.assertion(subject, "NameID");
        nameId.setAttribute("Format", envelope.nameIdFormat());
        nameId.setAttribute("NameQualifier", envelope.issuer());
        nameId.setTextContent(value);
        Element confirmation = Xml.assertion(subject, "SubjectConfirmation");
        confirmation.setAttribute("Method", "urn:oasis:names:tc:SAML:2.0:cm:bearer");
        Element data = Xml.assertion(confirmation, "SubjectConfirmationData");
        data.setAttribute("Address", envelope.browser());
        data.setAttribute("InResponseTo", envelope.requestId());
        data.setAttribute("NotOnOrAfter", end);
        data.setAttribute("Recipient", envelope.replyAddress());
    }

    private static void attribute(Element statement, AttributeValue told) {
        Element attribute = Xml.assertion(statement, "Attribute");
        attribute.setAttribute("FriendlyName", told.friendlyName());
        attribute.setAttribute("Name", told.name());
        attribute.setAttribute("NameFormat", URI);
        Element value = Xml.assertion(attribute, "AttributeValue");
        Xml.declare(value, "xsi", Names.XML_SCHEMA_INSTANCE);
        value.setAttributeNS(Names.XML_SCHEMA_INSTANCE, "xsi:type", told.type());
        value.setTextContent(told.value());
    }
}
