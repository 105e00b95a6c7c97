package es.clave.integrationtests.harness;

/** The databases that Cl@ve runs on. */
enum Database {
    /** H2 in a file, as the demo has it. */
    H2("dev-file"),
    /** PostgreSQL, as production has it. */
    POSTGRES("postgres");

    private final String option;

    Database(String option) {
        this.option = option;
    }

    /** The value of Keycloak's option {@code db}. */
    String option() {
        return option;
    }
}
