package es.clave.registration.enrolment;

import es.clave.identity.ActivationCode;
import es.clave.registry.Citizen;

/**
 * What a citizen gets at the end, once: nobody can make the code again.
 *
 * @param code activates Cl@ve Permanente
 * @param citizen as registered now
 */
public record Receipt(Citizen citizen, ActivationCode code) {}
