package es.clave.registration.letter;

import es.clave.challenge.Throttle;
import es.clave.identity.LetterCode;
import es.clave.identity.Parsed;
import es.clave.registration.RegistrationContext;
import es.clave.registration.RegistrationOutcome;
import es.clave.registration.RegistrationRoute;
import es.clave.registration.address.RegistrationAddress;
import es.clave.registry.Citizen;
import es.clave.registry.audit.AuditLog;
import es.clave.registry.audit.AuditRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/** By letter: a code goes to the fiscal address, and who has it lives there. */
final class LetterRoute implements RegistrationRoute {

    /** The pages of this route. */
    private enum Page {
        CHOICE("clave-registration-letter.ftl"),
        SENT("clave-registration-letter-sent.ftl"),
        CODE("clave-registration-letter-code.ftl");

        private final String template;

        Page(String template) {
            this.template = template;
        }
    }

    private static final String PAGE = "page";
    private static final String EXPIRES_AT = "expires";
    private static final String CODE = "letterCode";

    private final Function<KeycloakSession, Letters> letters;

    LetterRoute(Function<KeycloakSession, Letters> letters) {
        this.letters = letters;
    }

    @Override
    public Citizen.Route kind() {
        return Citizen.Route.LETTER;
    }

    @Override
    public void begin(RegistrationContext context) {
        // Who comes by the address that is printed on the letter has one.
        boolean letterAtHand = context.askedRoute().filter(id()::equals).isPresent();
        go(context, letterAtHand ? Page.CODE : Page.CHOICE);
    }

    @Override
    public void resume(RegistrationContext context) {
        Page page = context.note(PAGE).map(Page::valueOf).orElse(Page.CHOICE);
        show(context, page, page(context, page));
    }

    @Override
    public void action(RegistrationContext context, String step) {
        switch (step) {
            case "request" -> request(context);
            case "have" -> go(context, Page.CODE);
            case "choice" -> go(context, Page.CHOICE);
            case "code" -> code(context);
            default -> resume(context);
        }
    }

    private void request(RegistrationContext context) {
        Throttle.Verdict source = throttle(context)
                .take(
                        context.realm().getId(),
                        List.of(new Throttle.Demand(settings(context).perSource(), context.source())));
        if (source instanceof Throttle.Verdict.Refused refused) {
            context.journal().failure(RegistrationOutcome.SOURCE_LIMITED);
            refuse(context, "sourceLimited", minutes(refused.retryAfter()));
            return;
        }
        Addressee addressee = Addressee.of(
                context.person(),
                context.locale(),
                RegistrationAddress.of(context.session())
                        .queryParam("via", id())
                        .build());
        Letters.Requested requested = letters.apply(context.session())
                .request(addressee, Addressee.isAbroad(context.person().fiscalAddress()));
        if (requested instanceof Letters.Requested.Sent sent) {
            context.journal().step(RegistrationOutcome.LETTER_REQUESTED);
            audit(context).append(context.realm(), about(context, LetterAct.LETTER_REQUESTED));
            context.remember(EXPIRES_AT, sent.expiresAt().toString());
            go(context, Page.SENT);
        } else if (requested instanceof Letters.Requested.TooSoon tooSoon) {
            context.journal().failure(RegistrationOutcome.LETTER_REFUSED);
            audit(context).appendNow(context.realm(), about(context, LetterAct.LETTER_REFUSED));
            refuse(context, "letterTooSoon", moment(tooSoon.notBefore(), context.locale()));
        }
    }

    private void refuse(RegistrationContext context, String key, Object parameter) {
        context.remember(PAGE, Page.CHOICE.name());
        show(context, Page.CHOICE, page(context, Page.CHOICE).setError(key, parameter));
    }

    private void code(RegistrationContext context) {
        String typed = context.form().text(CODE);
        context.remember(PAGE, Page.CODE.name());
        if (!(LetterCode.parse(typed) instanceof Parsed.Valid<LetterCode, LetterCode.Mistake> valid)) {
            context.journal().failure(RegistrationOutcome.NOT_PROVEN, "malformed_letter_code");
            mistaken(context, typed, mistakeKey(typed));
            return;
        }
        Throttle.Verdict verdict = throttle(context)
                .take(
                        context.realm().getId(),
                        List.of(new Throttle.Demand(
                                settings(context).attempts(),
                                context.person().nationalId().value())));
        if (verdict instanceof Throttle.Verdict.Refused refused) {
            context.journal().failure(RegistrationOutcome.NOT_PROVEN, "letter_codes_limited");
            audit(context).appendNow(context.realm(), about(context, LetterAct.LETTER_CODE_LIMITED));
            mistaken(context, typed, "letterCodeLimited", minutes(refused.retryAfter()));
        } else if (letters.apply(context.session()).knows(context.person().nationalId(), valid.value())) {
            audit(context).append(context.realm(), about(context, LetterAct.LETTER_CODE_ACCEPTED));
            context.proven();
        } else {
            context.journal().failure(RegistrationOutcome.NOT_PROVEN, "wrong_letter_code");
            audit(context).appendNow(context.realm(), about(context, LetterAct.LETTER_CODE_WRONG));
            mistaken(context, typed, "letterCodeWrong");
        }
    }

    private static String mistakeKey(String typed) {
        return LetterCode.parse(typed) instanceof Parsed.Invalid<LetterCode, LetterCode.Mistake> invalid
                ? switch (invalid.mistake()) {
                    case EMPTY -> "letterCodeEmpty";
                    case WRONG_LENGTH -> "letterCodeWrongLength";
                    case MALFORMED -> "letterCodeMalformed";
                }
                : "letterCodeMalformed";
    }

    private void mistaken(RegistrationContext context, String typed, String key, Object... parameters) {
        LoginFormsProvider page = page(context, Page.CODE).setAttribute("typedCode", typed);
        page.setErrors(List.of(new FormMessage(CODE, key, parameters)));
        show(context, Page.CODE, page);
    }

    private void go(RegistrationContext context, Page page) {
        context.remember(PAGE, page.name());
        show(context, page, page(context, page));
    }

    private static LoginFormsProvider page(RegistrationContext context, Page page) {
        LoginFormsProvider form = context.page();
        return switch (page) {
            case CHOICE ->
                form.setAttribute(
                        "maskedAddress", MaskedAddress.of(context.person().fiscalAddress()));
            case SENT ->
                form.setAttribute(
                                "maskedAddress",
                                MaskedAddress.of(context.person().fiscalAddress()))
                        .setAttribute(
                                "validUntil",
                                context.note(EXPIRES_AT)
                                        .map(at -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                                .withLocale(context.locale())
                                                .format(Letters.day(Instant.parse(at))
                                                        .minusDays(1)))
                                        .orElse(""));
            case CODE -> form.setAttribute("typedCode", "");
        };
    }

    private static void show(RegistrationContext context, Page page, LoginFormsProvider form) {
        context.show(form, page.template);
    }

    private static String moment(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                // The minute is not over when it begins.
                .format(instant.plusSeconds(59).atZone(Letters.SPAIN));
    }

    private static long minutes(Duration duration) {
        return duration.plusSeconds(59).toMinutes();
    }

    private static AuditRecord about(RegistrationContext context, LetterAct act) {
        return AuditRecord.about(context.person().nationalId(), act, AuditRecord.ANYBODY);
    }

    private static AuditLog audit(RegistrationContext context) {
        return context.session().getProvider(AuditLog.class);
    }

    private static Throttle throttle(RegistrationContext context) {
        return context.session().getProvider(Throttle.class);
    }

    private static LetterSettings settings(RegistrationContext context) {
        return LetterRouteFactory.settings(context.realm());
    }
}
