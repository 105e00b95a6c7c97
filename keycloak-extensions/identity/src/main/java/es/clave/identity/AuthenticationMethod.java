package es.clave.identity;

import java.util.List;

/** The ways to prove who one is; each is a row of the {@link LevelTable}. */
public enum AuthenticationMethod {
    /** Cl@ve PIN, the code sent by SMS. */
    PIN_SMS("PIN24H", "clave_pin", "otp", "sms"),
    /** Cl@ve PIN, the code shown by the app. */
    PIN_APP("PIN24H", "clave_pin", "otp", "hwk"),
    /** Cl@ve Permanente, the password alone. */
    PERMANENT("SEGSOC", "clave_permanente", "pwd"),
    /** Cl@ve Permanente with a code sent by SMS. */
    PERMANENT_SMS("SEGSOC", "clave_permanente", "pwd", "otp", "sms", "mfa"),
    /** Cl@ve Móvil, by QR or typed code. */
    MOBILE("CLVMOVIL", "clave_movil", "hwk", "mfa"),
    /**
     * A passkey (WebAuthn), bound to our address, which no other site can ask for. Cl@ve 2 has no name for it and is told
     * the nearest that it has: a device that the citizen unlocks.
     */
    PASSKEY("CLVMOVIL", "passkey", "pop", "user", "mfa"),
    /** A certificate whose key is a file. */
    CERTIFICATE_SOFTWARE("AFIRMA", "certificate", "swk"),
    /** The DNIe, or a qualified certificate on a device. */
    CERTIFICATE_DEVICE("AFIRMA", "certificate", "sc", "hwk", "mfa");

    private final String selectedIdP;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> amr;

    AuthenticationMethod(String selectedIdP, String... amr) {
        this.selectedIdP = selectedIdP;
        this.amr = List.of(amr);
    }

    /** The {@code SelectedIdP} attribute by which Cl@ve 2 names it. */
    public String selectedIdP() {
        return selectedIdP;
    }

    /** The {@code amr} claim: the name of the service, then the factors as RFC 8176 names them. */
    public List<String> amr() {
        return amr;
    }
}
