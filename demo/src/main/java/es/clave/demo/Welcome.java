package es.clave.demo;

import java.util.List;

/** What the person who started the demo reads when it is ready. */
final class Welcome {

    private Welcome() {}

    static String text(Addresses addresses, String admin, DemoOptions options, DemoCitizens citizens) {
        return """

                Cl@ve is ready.

                  Town hall (OpenID Connect)   %s
                  Tax agency (SAML, Cl@ve 2)   %s
                  The citizen's phone          %s
                  APP Cl@ve on it              %s
                  Examination of agencies      %s/conformance
                  Certificates to import       %s  (password %s)
                  Cl@ve                        %s  and  %s
                  Mi Cl@ve                     %s/realms/clave/mi-clave
                  Keycloak console             %s  (user %s, password %s)

                %s
                  State and logs: %s
                  Ctrl-C stops everything.
                """.formatted(
                        addresses.townHall(),
                        addresses.taxAgency(),
                        addresses.phone(),
                        addresses.app(),
                        addresses.phone(),
                        addresses.certificates(),
                        DemoCertificates.PASSWORD,
                        addresses.clave(),
                        addresses.claveOverTls(),
                        addresses.clave(),
                        addresses.console(),
                        admin,
                        admin,
                        table(citizens.mostUseful()),
                        options.data());
    }

    private static String table(List<DemoCitizens.Row> rows) {
        StringBuilder table = new StringBuilder();
        line(table, "DNI/NIE", "Contrast datum", "Phone", "Level", "");
        rows.forEach(row -> line(table, row.nationalId(), row.contrastDatum(), row.phone(), row.level(), row.what()));
        return table.append("  All of them: docs/demo-citizens.md\n").toString();
    }

    private static void line(StringBuilder table, String id, String datum, String phone, String level, String what) {
        table.append("  %-11s %-15s %-14s %-9s %s"
                        .formatted(id, datum, phone, level, what)
                        .stripTrailing())
                .append('\n');
    }
}
