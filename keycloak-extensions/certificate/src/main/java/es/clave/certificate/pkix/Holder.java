package es.clave.certificate.pkix;

import es.clave.certificate.CertificateRefusal;
import es.clave.certificate.HolderName;
import es.clave.identity.NationalId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Whose certificate it is, read as the issuers of Spain write it: ETSI EN 319 412-1 ({@code serialNumber=IDCES-00000000T}),
 * the DNIe, the FNMT's own names, and the common names of older ones. Wherever a number stands it must be the same.
 */
record Holder(NationalId nationalId, HolderName name) {

    private static final String FNMT = "1.3.6.1.4.1.5734.1.";
    private static final ASN1ObjectIdentifier FNMT_GIVEN_NAME = new ASN1ObjectIdentifier(FNMT + "1");
    private static final ASN1ObjectIdentifier FNMT_FIRST_SURNAME = new ASN1ObjectIdentifier(FNMT + "2");
    private static final ASN1ObjectIdentifier FNMT_SECOND_SURNAME = new ASN1ObjectIdentifier(FNMT + "3");
    private static final ASN1ObjectIdentifier FNMT_NIF = new ASN1ObjectIdentifier(FNMT + "4");
    private static final ASN1ObjectIdentifier FNMT_COMPANY = new ASN1ObjectIdentifier(FNMT + "6");
    private static final ASN1ObjectIdentifier FNMT_COMPANY_NIF = new ASN1ObjectIdentifier(FNMT + "7");

    /** Of the profiles of the administration (Esquema de identificación, perfiles de certificados). */
    private static final Set<String> REPRESENTATIVE_POLICIES = Set.of("2.16.724.1.3.5.8", "2.16.724.1.3.5.9");

    private static final String PSEUDONYM_POLICY = "2.16.724.1.3.5.4";
    private static final String EMPLOYEE_POLICY = "2.16.724.1.3.5.7";
    private static final String SEAL_POLICY = "2.16.724.1.3.5.6";
    private static final String SEAL_TYPE = "0.4.0.1862.1.6.2";
    private static final String WEBSITE_TYPE = "0.4.0.1862.1.6.3";

    private static final Pattern PERSON_NUMBER = Pattern.compile("(?:(?:IDC|PNO|TIN|TAX)ES-)?([0-9XYZ][0-9]{7}[A-Z])");
    private static final Pattern COMPANY_NUMBER =
            Pattern.compile("(?:(?:VAT|NTR|TIN|TAX)ES-)?[ABCDEFGHJNPQRSUVW][0-9]{7}[0-9A-J]");
    private static final Pattern NUMBER_IN_COMMON_NAME =
            Pattern.compile(" - (?:(?:NIF|NIE|DNI):? )?([0-9XYZ][0-9]{7}[A-Z])$");
    private static final Pattern REPRESENTATIVE_IN_COMMON_NAME = Pattern.compile("\\(R: ?[A-Z0-9]{9}\\)");
    private static final Pattern COMPANY_IN_COMMON_NAME = Pattern.compile("^ENTIDAD .* - CIF [A-Z0-9]{9} - ");

    /**
     * The holder.
     *
     * @throws Refused if that is not a natural person acting as such, or not said clearly
     */
    static Holder of(Content content) throws Refused {
        requireNaturalPerson(content);
        Set<NationalId> numbers = numbers(content);
        if (numbers.isEmpty()) {
            throw new Refused(CertificateRefusal.NO_NATIONAL_ID);
        }
        if (numbers.size() > 1) {
            throw new Refused(CertificateRefusal.MALFORMED);
        }
        return new Holder(numbers.iterator().next(), name(content));
    }

    private static void requireNaturalPerson(Content content) throws Refused {
        String commonName = upper(content.subject(BCStyle.CN));
        if (content.hasSubject(BCStyle.PSEUDONYM) || hasPolicyUnder(content, PSEUDONYM_POLICY)) {
            throw new Refused(CertificateRefusal.PSEUDONYM);
        }
        boolean namesPerson = PERSON_NUMBER
                .matcher(upper(content.subject(BCStyle.SERIALNUMBER)))
                .matches();
        if (REPRESENTATIVE_POLICIES.stream().anyMatch(policy -> hasPolicyUnder(content, policy))
                || REPRESENTATIVE_IN_COMMON_NAME.matcher(commonName).find()
                || (namesPerson && content.hasSubject(BCStyle.ORGANIZATION_IDENTIFIER))) {
            throw new Refused(CertificateRefusal.REPRESENTATIVE);
        }
        if (content.statements().contains(SEAL_TYPE)
                || content.statements().contains(WEBSITE_TYPE)
                || hasPolicyUnder(content, SEAL_POLICY)
                || content.hasSubject(BCStyle.ORGANIZATION_IDENTIFIER)
                || content.hasAlternative(FNMT_COMPANY)
                || content.hasAlternative(FNMT_COMPANY_NIF)
                || COMPANY_IN_COMMON_NAME.matcher(commonName).find()
                || COMPANY_NUMBER
                        .matcher(upper(content.subject(BCStyle.SERIALNUMBER)))
                        .matches()) {
            throw new Refused(CertificateRefusal.LEGAL_PERSON);
        }
        if (content.hasSubject(BCStyle.O) || hasPolicyUnder(content, EMPLOYEE_POLICY)) {
            throw new Refused(CertificateRefusal.ORGANISATION_MEMBER);
        }
    }

    private static boolean hasPolicyUnder(Content content, String arc) {
        return content.policies().stream().anyMatch(policy -> policy.equals(arc) || policy.startsWith(arc + "."));
    }

    private static Set<NationalId> numbers(Content content) throws Refused {
        Set<NationalId> numbers = new LinkedHashSet<>();
        Optional<String> serialNumber = content.subject(BCStyle.SERIALNUMBER);
        if (serialNumber.isPresent()) {
            Matcher matcher = PERSON_NUMBER.matcher(upper(serialNumber));
            // A passport, or another country's number, beside a Spanish one elsewhere would be two persons.
            if (!matcher.matches()) {
                return Set.of();
            }
            numbers.add(number(matcher.group(1)));
        }
        Optional<String> fnmt = content.alternative(FNMT_NIF);
        if (fnmt.isPresent()) {
            numbers.add(number(upper(fnmt)));
        }
        Matcher inCommonName = NUMBER_IN_COMMON_NAME.matcher(upper(content.subject(BCStyle.CN)));
        if (inCommonName.find()) {
            numbers.add(number(inCommonName.group(1)));
        }
        return numbers;
    }

    private static NationalId number(String text) throws Refused {
        return NationalId.parse(text)
                .valid()
                .filter(id -> id.value().equals(text))
                .orElseThrow(() -> new Refused(CertificateRefusal.MALFORMED));
    }

    private static HolderName name(Content content) throws Refused {
        Optional<String> fnmtGiven = content.alternative(FNMT_GIVEN_NAME);
        String given = fnmtGiven.isPresent() ? fnmtGiven.get() : required(content.subject(BCStyle.GIVENNAME));
        Optional<String> first = content.alternative(FNMT_FIRST_SURNAME);
        if (first.isPresent()) {
            return new HolderName(given, first.get(), content.alternative(FNMT_SECOND_SURNAME));
        }
        String surname = required(content.subject(BCStyle.SURNAME));
        return new HolderName(given, surname, secondSurname(surname, content.subject(BCStyle.CN)));
    }

    /** The DNIe has the first surname alone, and both before the comma of its common name. */
    private static Optional<String> secondSurname(String first, Optional<String> commonName) {
        return commonName
                .filter(name -> name.contains(","))
                .map(name -> name.substring(0, name.indexOf(',')).strip())
                .filter(both -> both.startsWith(first + " "))
                .map(both -> both.substring(first.length()).strip());
    }

    private static String required(Optional<String> value) throws Refused {
        return value.orElseThrow(() -> new Refused(CertificateRefusal.MALFORMED));
    }

    private static String upper(Optional<String> value) {
        return value.orElse("").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Holder[****]";
    }
}
