package es.clave.themes;

import static org.assertj.core.api.Assertions.assertThat;

import es.clave.messaging.Gsm7;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    /** Keys that no template names: the server uses them. */
    private static final Set<String> USED_BY_THE_SERVER = Set.of(
            "nationalIdEmpty",
            "nationalIdMalformed",
            "nationalIdLetterMissing",
            "nationalIdWrongLetter",
            "contrastDatumEmpty",
            "contrastDatumMalformedDate",
            "contrastDatumNoSuchDate",
            "contrastDatumPermanentExpiry",
            "contrastDatumMalformedSupportNumber",
            "codeEmpty",
            "codeMalformed",
            "codeWrong",
            "codeExpired",
            "codeExhausted",
            "codeSuperseded",
            "codeSentAgain",
            "codeTooSoon",
            "codeTooMany",
            "paused",
            "methodDisabled",
            "sourceLimited",
            "civilRegisterUnavailable",
            "notPossible",
            "smsPin",
            "registrationCertificateClosed",
            "certificateTicketUnknown",
            "localForbidden",
            "localBadRequest",
            "localNotLoggedIn",
            "clave2Missing",
            "clave2TooLarge",
            "clave2NotBase64",
            "clave2NotXml",
            "clave2Doctype",
            "clave2ForbiddenXml",
            "clave2WrongMessage",
            "clave2Malformed",
            "clave2UnknownAgency",
            "clave2DisabledAgency",
            "clave2Unsigned",
            "clave2SeveralSignatures",
            "clave2MisplacedSignature",
            "clave2WrongReference",
            "clave2ForbiddenAlgorithm",
            "clave2UnregisteredCertificate",
            "clave2ExpiredCertificate",
            "clave2WrongSignature",
            "clave2WrongDestination",
            "clave2TooOld",
            "clave2FromTheFuture",
            "clave2UnregisteredAddress",
            "clave2Replayed",
            "dataIdentity",
            "dataBirthdate",
            "dataRegistration",
            "locale_es",
            "locale_ca",
            "locale_eu",
            "locale_gl",
            "locale_en");

    /** The same, of the registration. */
    private static final Set<String> USED_BY_THE_REGISTRATION = Set.of(
            "mobileEmpty",
            "mobileMalformed",
            "mobileNotMobile",
            "emailEmpty",
            "emailMalformed",
            "phoneCodeEmpty",
            "phoneCodeMalformed",
            "phoneCodeWrong",
            "phoneCodeExpired",
            "phoneCodeExhausted",
            "phoneCodeSuperseded",
            "phoneCodeSentAgain",
            "phoneCodeTooSoon",
            "phoneCodeTooMany",
            "conditionsMissing",
            "registrationRouteNotAllowed",
            "registrationAdultsOnly",
            "registrationNotConfirmed",
            "registrationPaused",
            "smsPhoneCode",
            "smsPhoneCodeTaken",
            "smsWelcome",
            "smsDisplaced",
            "smsContactChanged",
            "mailWelcomeSubject",
            "mailWelcomeText",
            "mailDisplacedSubject",
            "mailDisplacedText",
            "mailContactChangedSubject",
            "mailContactChangedText");

    /** The same, of Cl@ve Permanente. */
    private static final Set<String> USED_BY_PERMANENT = Set.of(
            "smsPermanent",
            "activationEmailMalformed",
            "activationCodeEmpty",
            "activationCodeLength",
            "activationCodeMalformed",
            "activationWrong",
            "passwordEmpty",
            "passwordWrong",
            "passwordLocked",
            "passwordNewEmpty",
            "passwordRepeatEmpty",
            "passwordRepeatDiffers",
            "passwordSame",
            "passwordHasNumber",
            "passwordHasName",
            "passwordLeaked",
            "passwordGuessable",
            "passwordCharacterClasses",
            "permanentChanged",
            "passwordCurrentWrong",
            "smsPasswordSet",
            "smsPasswordLocked",
            "mailPasswordSetSubject",
            "mailPasswordSetText",
            "mailPasswordLockedSubject",
            "mailPasswordLockedText");

    /** Of each way to log in, named by its identifier. */
    private static final Pattern OF_A_WAY = Pattern.compile("way\\.[a-z]+\\.(title|text)");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern QUOTED = Pattern.compile("[\"']([A-Za-z0-9_.\\-]+)[\"']");
    private static final Pattern MESSAGE = Pattern.compile("\\bmsg\\([\"']([^\"'$]+)[\"'][,)]");

    static Stream<String> languages() {
        return Bundle.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysTheSameThings(String language) {
        assertThat(Bundle.own(language).keySet())
                .isEqualTo(Bundle.own("es").keySet())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nothingThatKeycloakSaysInEnglishIsMissing(String language) {
        assertThat(Bundle.all(language).keySet()).containsAll(Bundle.stock("en").keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theAddedTextsAreThoseThatKeycloakLacks(String language) {
        Set<String> lacking = new TreeSet<>(Bundle.stock("en").keySet());
        lacking.removeAll(Bundle.stock(language).keySet());
        lacking.removeAll(Bundle.own(language).keySet());

        assertThat(Bundle.stockAdded(language).keySet()).isEqualTo(lacking);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theSamePlaceholdersStandInEveryLanguage(String language) {
        Map<String, String> original = Bundle.own("es");
        Map<String, String> english = Bundle.stock("en");

        Bundle.own(language)
                .forEach((key, text) ->
                        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(original.get(key))));
        Bundle.stockAdded(language)
                .forEach((key, text) ->
                        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.getOrDefault(key, ""))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsAPatternThatCanBeFilledIn(String language) {
        Object[] values = {"0", "1", 2, "3", "4"};
        Map<String, String> ours = new TreeMap<>(Bundle.stockAdded(language));
        ours.putAll(Bundle.own(language));
        ours.forEach((key, text) -> assertThat(
                        new MessageFormat(text.replace("${kc.org.name}", "X"), Locale.forLanguageTag(language)))
                .as(key)
                .satisfies(pattern -> assertThat(pattern.format(values)).isNotBlank()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void ourWordsHaveNoStraightApostropheNorMarkup(String language) {
        Bundle.own(language)
                .forEach((key, text) -> assertThat(text).as(key).isNotBlank().doesNotContain("'", "<", "  "));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTextMessageFitsOneSegment(String language) {
        String text = new MessageFormat(Bundle.own(language).get("smsPin"), Locale.forLanguageTag(language))
                        .format(new Object[] {"123456", "A".repeat(30), "10"})
                + "\n\n@clave.gob.es #123456";

        assertThat(text).satisfies(sms -> assertThat(Gsm7.fitsOneSegment(sms)).isTrue());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theTextMessagesOfClavePermanenteFitOneSegment(String language) {
        for (String key : List.of("smsPermanent", "smsPasswordSet", "smsPasswordLocked")) {
            String text = new MessageFormat(Bundle.own(language).get(key), Locale.forLanguageTag(language))
                    .format(new Object[] {"123456", "A".repeat(30), "10"});
            String ending = key.equals("smsPermanent") ? "\n\n@clave.gob.es #123456" : "";

            assertThat(text + ending).as(key).satisfies(sms -> assertThat(Gsm7.fitsOneSegment(sms))
                    .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theTextMessagesOfTheRegistrationFitOneSegmentAndNeedNoOtherLetters(String language) {
        for (String key : USED_BY_THE_REGISTRATION.stream()
                .filter(name -> name.startsWith("sms"))
                .toList()) {
            String text = new MessageFormat(Bundle.own(language).get(key), Locale.forLanguageTag(language))
                    .format(new Object[] {"123456", "Cl@ve", "10"});
            String ending = key.startsWith("smsPhoneCode") ? "\n\n@clave.gob.es #123456" : "";

            assertThat(Gsm7.transliterate(text)).as(key).isEqualTo(text);
            assertThat(text + ending).as(key).satisfies(sms -> assertThat(Gsm7.fitsOneSegment(sms))
                    .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatTheAccountTellsByTextMessageFitsOneSegment(String language) {
        Set<String> texts = new TreeSet<>(AccountSamples.SMS);
        texts.addAll(PasskeySamples.SMS);
        assertThat(texts).allSatisfy(key -> assertThat(
                        Gsm7.transliterate(Bundle.own(language).get(key)))
                .satisfies(sms -> assertThat(Gsm7.fitsOneSegment(sms)).isTrue()));
        String code = new MessageFormat(Bundle.own(language).get("smsAccountCode"), Locale.forLanguageTag(language))
                .format(new Object[] {"123456", "Mi Cl@ve", "10"});
        assertThat(Gsm7.transliterate(code) + "\n\n@clave.gob.es #123456")
                .satisfies(sms -> assertThat(Gsm7.fitsOneSegment(sms)).isTrue());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatTheAppTellsByTextMessageFitsOneSegment(String language) {
        assertThat(AppSamples.SMS).allSatisfy(key -> {
            String text = new MessageFormat(Bundle.own(language).get(key), Locale.forLanguageTag(language))
                    .format(new Object[] {"A".repeat(20)});
            assertThat(Gsm7.transliterate(text))
                    .satisfies(sms -> assertThat(Gsm7.fitsOneSegment(sms)).isTrue());
        });
        String code = new MessageFormat(Bundle.own(language).get("smsAppCode"), Locale.forLanguageTag(language))
                .format(new Object[] {"123456", "APP Cl@ve", "10"});
        assertThat(Gsm7.transliterate(code) + "\n\n@clave.gob.es #123456")
                .satisfies(sms -> assertThat(Gsm7.fitsOneSegment(sms)).isTrue());
    }

    @Test
    void everyTextThatATemplateNamesExists() {
        Set<String> known = Bundle.all("en").keySet();

        assertThat(matches(MESSAGE)).isNotEmpty().allSatisfy(key -> assertThat(known)
                .contains(key));
    }

    @Test
    void noTextOfOursIsUnused() {
        Set<String> unused = new TreeSet<>(Bundle.own("es").keySet());
        unused.removeAll(Bundle.stock("en").keySet());
        unused.removeAll(USED_BY_THE_SERVER);
        unused.removeAll(USED_BY_PERMANENT);
        unused.removeAll(MobileSamples.USED_BY_THE_SERVER);
        unused.removeAll(OfficeSamples.USED_BY_THE_SERVER);
        unused.removeAll(AccountSamples.USED_BY_THE_SERVER);
        unused.removeAll(PasskeySamples.USED_BY_THE_SERVER);
        unused.removeAll(AppSamples.USED_BY_THE_SERVER);
        unused.removeAll(USED_BY_THE_REGISTRATION);
        unused.removeAll(LetterSamples.USED_BY_THE_SERVER);
        unused.removeAll(matches(QUOTED));
        unused.removeIf(key -> OF_A_WAY.matcher(key).matches());

        assertThat(unused).isEmpty();
    }

    @Test
    void everyWayHasItsTexts() {
        Set<String> ofWays = Bundle.own("es").keySet().stream()
                .filter(key -> OF_A_WAY.matcher(key).matches())
                .collect(Collectors.toSet());

        assertThat(ofWays).isNotEmpty().allSatisfy(key -> assertThat(ofWays)
                .contains(key.replaceFirst("[a-z]+$", "title"), key.replaceFirst("[a-z]+$", "text")));
    }

    @Test
    void everyTextThatTheServerUsesExists() {
        assertThat(Bundle.own("es").keySet())
                .containsAll(USED_BY_THE_SERVER)
                .containsAll(USED_BY_PERMANENT)
                .containsAll(MobileSamples.USED_BY_THE_SERVER)
                .containsAll(OfficeSamples.USED_BY_THE_SERVER)
                .containsAll(LetterSamples.USED_BY_THE_SERVER)
                .containsAll(PasskeySamples.USED_BY_THE_SERVER)
                .containsAll(AppSamples.USED_BY_THE_SERVER)
                .containsAll(USED_BY_THE_REGISTRATION);
    }

    private static Set<String> matches(Pattern pattern) {
        return Templates.ours().stream()
                .flatMap(template -> pattern.matcher(read(template)).results().map(MessagesTest::firstGroup))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MessagesTest::firstGroup).collect(Collectors.toSet());
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
