package es.clave.appapi.activation;

import es.clave.appapi.Call;
import es.clave.appapi.Problem;
import es.clave.appapi.ProblemCode;
import es.clave.registry.Citizen;
import es.clave.registry.CitizenRegistry;
import es.clave.registry.CivilRegister;
import java.util.Optional;

/**
 * Whose device it is to be: a citizen's or nobody's. Both look alike to the app, to the limits and to the clock.
 *
 * @param subject for codes and limits, as at the login: all ways count together. One of its own for everything wrong
 * @param phoneEnding the last two digits of the phone, or two that stay the same for the same wrong data
 */
record Holder(String subject, String phoneEnding, Optional<Citizen> citizen) {

    private static final int PHONE_ENDINGS = 100;

    /**
     * The holder of what was typed. Always asks both registers, whatever the first one answers.
     *
     * @throws Problem where the civil register cannot be asked now
     */
    static Holder of(Call call, TypedIdentity typed) {
        CivilRegister.Answer answer =
                call.session().getProvider(CivilRegister.class).verify(typed.nationalId(), typed.datum());
        Optional<Citizen> registered =
                call.session().getProvider(CitizenRegistry.class).find(call.realm(), typed.nationalId());
        if (answer instanceof CivilRegister.Answer.Unavailable) {
            throw Problem.of(ProblemCode.CIVIL_REGISTER_UNAVAILABLE);
        }
        boolean alive = answer instanceof CivilRegister.Answer.Confirmed confirmed
                && confirmed.person().alive();
        Holder nobody = nobody(call, typed);
        return registered
                .filter(citizen -> alive && citizen.status() == Citizen.Status.ACTIVE)
                .map(citizen ->
                        new Holder("citizen:" + citizen.id(), citizen.mobile().lastDigits(), Optional.of(citizen)))
                .orElse(nobody);
    }

    private static Holder nobody(Call call, TypedIdentity typed) {
        String digest = call.keyedHash("nobody")
                .of(typed.nationalId().value(), typed.datum().value());
        return new Holder(
                "nobody:" + digest,
                "%02d".formatted(Math.floorMod(digest.hashCode(), PHONE_ENDINGS)),
                Optional.empty());
    }

    @Override
    public String toString() {
        return "Holder[****]";
    }
}
