package es.clave.registration;

/** Where a registration has come to. */
enum Stage {
    /** The document is typed. */
    START(1),
    /** The document was confirmed, a route is chosen. */
    ROUTES(2),
    /** The route proves the person. */
    ROUTE(3),
    /** The person is proven, and registered already or not to come back by this route. */
    OBSTACLE(3),
    /** The person is proven; mobile and e-mail are typed. */
    CONTACT(4),
    /** The code that was sent to the mobile is typed. */
    PHONE(4),
    /** The mobile belongs to somebody else, who would lose Cl@ve. */
    TAKEN(4),
    /** The conditions are accepted. */
    CONDITIONS(5),
    /** Registered. */
    RECEIPT(6);

    /** How many steps citizens are told of. */
    static final int STEPS = 6;

    private final int number;

    Stage(int number) {
        this.number = number;
    }

    /** Whether the route has proven the person, and nothing is in the way. */
    boolean proven() {
        return switch (this) {
            case START, ROUTES, ROUTE, OBSTACLE -> false;
            case CONTACT, PHONE, TAKEN, CONDITIONS, RECEIPT -> true;
        };
    }

    /** The step that citizens are told of, from 1. */
    int number() {
        return number;
    }
}
