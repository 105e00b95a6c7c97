package es.clave.demo;

/** What the person who started the demo reads when it is ready. */
final class Welcome {

    private Welcome() {}

    static String text(Addresses addresses, String admin, DemoOptions options) {
        return """

                Cl@ve is ready.

                  Town hall (OpenID Connect)   %s
                  Tax agency (SAML 2.0)        %s
                  The citizen's phone          %s
                  Cl@ve                        %s  and  %s
                  Keycloak console             %s  (user %s, password %s)

                  State and logs: %s
                  Ctrl-C stops everything.
                """.formatted(
                        addresses.townHall(),
                        addresses.taxAgency(),
                        addresses.phone(),
                        addresses.clave(),
                        addresses.claveOverTls(),
                        addresses.console(),
                        admin,
                        admin,
                        options.data());
    }
}
