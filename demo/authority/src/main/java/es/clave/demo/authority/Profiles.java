package es.clave.demo.authority;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The kinds of certificates that there are in Spain, as their issuers write them. */
public final class Profiles {

    /** Qualified, for a natural person (ETSI EN 319 411-2). */
    public static final String QCP_N = "0.4.0.194112.1.0";

    /** The same on a qualified device. */
    public static final String QCP_N_QSCD = "0.4.0.194112.1.2";

    /** The statement that it is qualified. */
    public static final String QC_COMPLIANCE = "0.4.0.1862.1.1";

    /** The statement that the key is in a qualified device. */
    public static final String QC_SSCD = "0.4.0.1862.1.4";

    /** The type of certificates for signatures of persons. */
    public static final String TYPE_SIGNATURE = "0.4.0.1862.1.6.1";

    /** The type of certificates for seals of organisations. */
    public static final String TYPE_SEAL = "0.4.0.1862.1.6.2";

    private static final String FNMT_CITIZEN = "1.3.6.1.4.1.5734.3.10.1";
    private static final String FNMT_CARD = "1.3.6.1.4.1.5734.3.10.2";
    private static final String FNMT_NAMES = "1.3.6.1.4.1.5734.1.";
    private static final String DNIE_AUTHENTICATION = "2.16.724.1.2.2.2.4";
    private static final String DNIE_SIGNATURE = "2.16.724.1.2.2.2.3";
    private static final String REPRESENTATIVE = "2.16.724.1.3.5.8";
    private static final String EMPLOYEE = "2.16.724.1.3.5.7.2";
    private static final String PSEUDONYM = "2.16.724.1.3.5.4.2";

    private Profiles() {}

    /** Who a certificate is for; an empty second surname where there is none. */
    public record Person(String nationalId, String given, String firstSurname, String secondSurname) {

        String family() {
            return (firstSurname + " " + secondSurname).strip();
        }

        @Override
        public String toString() {
            return "Person[****]";
        }
    }

    /** A citizen's of the FNMT, in software. */
    public static Draft citizen(Person person) {
        return fnmt(person)
                .policies(FNMT_CITIZEN, QCP_N)
                .statements(QC_COMPLIANCE)
                .certificateType(TYPE_SIGNATURE);
    }

    /** A citizen's of the FNMT, on a card. */
    public static Draft citizenOnCard(Person person) {
        return fnmt(person)
                .policies(FNMT_CARD, QCP_N_QSCD)
                .statements(QC_COMPLIANCE, QC_SSCD)
                .certificateType(TYPE_SIGNATURE);
    }

    private static Draft fnmt(Person person) {
        return new Draft(spanish()
                        .addRDN(BCStyle.SERIALNUMBER, "IDCES-" + person.nationalId())
                        .addRDN(BCStyle.GIVENNAME, person.given())
                        .addRDN(BCStyle.SURNAME, person.family())
                        .addRDN(BCStyle.CN, person.family() + " " + person.given() + " - " + person.nationalId())
                        .build())
                .alternativeName(fnmtNames(person).build());
    }

    private static X500NameBuilder fnmtNames(Person person) {
        X500NameBuilder names = new X500NameBuilder()
                .addRDN(fnmtName(4), person.nationalId())
                .addRDN(fnmtName(2), person.firstSurname())
                .addRDN(fnmtName(1), person.given());
        return person.secondSurname().isEmpty() ? names : names.addRDN(fnmtName(3), person.secondSurname());
    }

    private static ASN1ObjectIdentifier fnmtName(int number) {
        return new ASN1ObjectIdentifier(FNMT_NAMES + number);
    }

    /** The DNIe's for authentication: it says by its policy alone that it lives in the card. */
    public static Draft dnie(Person person) {
        return dnie(person, "AUTENTICACIÓN").keyUsage(KeyUsage.digitalSignature).policies(DNIE_AUTHENTICATION);
    }

    /** The DNIe's for signatures, with which nobody logs in. */
    public static Draft dnieForSignatures(Person person) {
        return dnie(person, "FIRMA")
                .keyUsage(KeyUsage.nonRepudiation)
                .policies(DNIE_SIGNATURE)
                .statements(QC_COMPLIANCE, QC_SSCD);
    }

    private static Draft dnie(Person person, String use) {
        return new Draft(spanish()
                        .addRDN(BCStyle.SERIALNUMBER, person.nationalId())
                        .addRDN(BCStyle.SURNAME, person.firstSurname())
                        .addRDN(BCStyle.GIVENNAME, person.given())
                        .addRDN(BCStyle.CN, person.family() + ", " + person.given() + " (" + use + ")")
                        .build())
                .purposes();
    }

    /** A citizen's of the years before 2014, whose number is in the common name only. */
    public static Draft citizenByCommonName(Person person) {
        return new Draft(spanish()
                        .addRDN(
                                BCStyle.CN,
                                "NOMBRE " + person.family() + " " + person.given() + " - NIF " + person.nationalId())
                        .addRDN(BCStyle.GIVENNAME, person.given())
                        .addRDN(BCStyle.SURNAME, person.family())
                        .build())
                .policies(QCP_N)
                .statements(QC_COMPLIANCE);
    }

    /** A person's who stands for a company. */
    public static Draft representative(Person person, String company, String nif) {
        return new Draft(spanish()
                        .addRDN(BCStyle.SERIALNUMBER, "IDCES-" + person.nationalId())
                        .addRDN(BCStyle.GIVENNAME, person.given())
                        .addRDN(BCStyle.SURNAME, person.family())
                        .addRDN(
                                BCStyle.CN,
                                person.nationalId() + " " + person.given() + " " + person.family() + " (R: " + nif
                                        + ")")
                        .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "VATES-" + nif)
                        .addRDN(BCStyle.O, company)
                        .build())
                .policies(REPRESENTATIVE, QCP_N)
                .statements(QC_COMPLIANCE)
                .certificateType(TYPE_SIGNATURE);
    }

    /** A company's seal. */
    public static Draft legalPerson(String company, String nif) {
        return new Draft(spanish()
                        .addRDN(BCStyle.SERIALNUMBER, nif)
                        .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "VATES-" + nif)
                        .addRDN(BCStyle.O, company)
                        .addRDN(BCStyle.CN, company)
                        .build())
                .policies("0.4.0.194112.1.1")
                .statements(QC_COMPLIANCE)
                .certificateType(TYPE_SEAL);
    }

    /** A company's of the older kind, which named the company and who answers for it. */
    public static Draft oldLegalPerson(Person person, String company, String nif) {
        return new Draft(spanish()
                        .addRDN(
                                BCStyle.CN,
                                "ENTIDAD " + company + " - CIF " + nif + " - NOMBRE " + person.family() + " "
                                        + person.given() + " - NIF " + person.nationalId())
                        .build())
                .alternativeName(fnmtNames(person)
                        .addRDN(fnmtName(6), company)
                        .addRDN(fnmtName(7), nif)
                        .build())
                .policies(QCP_N)
                .statements(QC_COMPLIANCE);
    }

    /** A public employee's. */
    public static Draft employee(Person person, String office) {
        return new Draft(spanish()
                        .addRDN(BCStyle.O, office)
                        .addRDN(BCStyle.OU, "CERTIFICADO ELECTRÓNICO DE EMPLEADO PÚBLICO")
                        .addRDN(BCStyle.SERIALNUMBER, "IDCES-" + person.nationalId())
                        .addRDN(BCStyle.GIVENNAME, person.given())
                        .addRDN(BCStyle.SURNAME, person.family())
                        .addRDN(BCStyle.CN, person.given() + " " + person.family() + " - DNI " + person.nationalId())
                        .build())
                .policies(EMPLOYEE, QCP_N)
                .statements(QC_COMPLIANCE)
                .certificateType(TYPE_SIGNATURE);
    }

    /** A public employee's who does not tell the name. */
    public static Draft pseudonym(String pseudonym, String office) {
        return new Draft(spanish()
                        .addRDN(BCStyle.O, office)
                        .addRDN(BCStyle.PSEUDONYM, pseudonym)
                        .addRDN(BCStyle.CN, "SEUDONIMO - " + pseudonym)
                        .build())
                .policies(PSEUDONYM, QCP_N)
                .statements(QC_COMPLIANCE)
                .certificateType(TYPE_SIGNATURE);
    }

    /** Says whatever it is told to say. */
    public static Draft named(X500Name subject) {
        return new Draft(subject).policies(QCP_N).statements(QC_COMPLIANCE).certificateType(TYPE_SIGNATURE);
    }

    private static X500NameBuilder spanish() {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "ES");
    }
}
