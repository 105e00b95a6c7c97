package es.clave.registration.account;

import java.util.Locale;

/** What became of something that a citizen did in Mi Cl@ve: the value of the metric and of the event. */
enum AccountOutcome {
    CODE_SENT,
    CODE_REFUSED,
    WRONG_CODE,
    PHONE_CHANGED,
    PHONE_TAKEN_OVER,
    EMAIL_CHANGED,
    ACTIVATION_CODE_ISSUED,
    ACTIVATION_CODE_REFUSED,
    AGREEMENT_REVOKED,
    DEVICE_REMOVED,
    PASSKEY_REMOVED,
    RENOUNCED,
    FORM_REFUSED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
