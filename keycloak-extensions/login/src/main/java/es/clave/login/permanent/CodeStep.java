package es.clave.login.permanent;

import es.clave.login.code.PendingCode;
import es.clave.login.code.SmsCode;
import es.clave.login.permanent.PermanentPages.Said;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowError;

/** Tries a code by SMS; where it is not the right one, shows its page again. */
final class CodeStep {

    private final Journey journey;
    private final SmsCode code;

    CodeStep(Journey journey, SmsCode code) {
        this.journey = journey;
        this.code = code;
    }

    boolean passed(PendingCode pending, String typed) {
        SmsCode.Answer answer = code.answer(pending, typed);
        PermanentPages pages = journey.pages();
        if (answer instanceof SmsCode.Answer.Mistyped mistyped) {
            journey.context().challenge(pages.code(pending, Said.mistake(mistyped.mistake()), true));
        } else if (answer instanceof SmsCode.Answer.Wrong wrong) {
            fail(pages.code(pending, Said.mistake(wrong.mistake()), true));
        } else if (answer instanceof SmsCode.Answer.Over over) {
            Response page = pages.code(pending, new Said.Refused(over.why()), false);
            if (over.guessed()) {
                fail(page);
            } else {
                journey.context().challenge(page);
            }
        }
        return answer instanceof SmsCode.Answer.Right;
    }

    private void fail(Response page) {
        journey.context().failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, page);
    }
}
