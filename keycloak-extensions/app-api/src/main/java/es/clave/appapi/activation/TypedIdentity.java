package es.clave.appapi.activation;

import es.clave.appapi.Body;
import es.clave.appapi.Problem;
import es.clave.appapi.ProblemCode;
import es.clave.identity.ContrastDatum;
import es.clave.identity.NationalId;
import es.clave.identity.Parsed;

/** The document that the citizen typed, understood. */
record TypedIdentity(NationalId nationalId, ContrastDatum datum) {

    private static final String NATIONAL_ID = "nationalId";
    private static final String DATUM = "contrastDatum";
    private static final int LONGEST = 100;

    /** @throws Problem for the first part that was not understood */
    static TypedIdentity of(Body body) {
        Parsed<NationalId, NationalId.Mistake> id = NationalId.parse(body.text(NATIONAL_ID, LONGEST));
        String typedDatum = body.text(DATUM, LONGEST);
        id.invalid().ifPresent(mistake -> {
            throw Problem.at(code(mistake), NATIONAL_ID);
        });
        Parsed<ContrastDatum, ContrastDatum.Mistake> datum = ContrastDatum.parse(id.orElseThrow(), typedDatum);
        datum.invalid().ifPresent(mistake -> {
            throw Problem.at(code(mistake), DATUM);
        });
        return new TypedIdentity(id.orElseThrow(), datum.orElseThrow());
    }

    private static ProblemCode code(NationalId.Mistake mistake) {
        return switch (mistake) {
            case EMPTY -> ProblemCode.NATIONAL_ID_EMPTY;
            case MALFORMED -> ProblemCode.NATIONAL_ID_MALFORMED;
            case LETTER_MISSING -> ProblemCode.NATIONAL_ID_LETTER_MISSING;
            case WRONG_LETTER -> ProblemCode.NATIONAL_ID_WRONG_LETTER;
        };
    }

    private static ProblemCode code(ContrastDatum.Mistake mistake) {
        return switch (mistake) {
            case EMPTY -> ProblemCode.CONTRAST_DATUM_EMPTY;
            case MALFORMED_DATE -> ProblemCode.CONTRAST_DATUM_MALFORMED_DATE;
            case NO_SUCH_DATE -> ProblemCode.CONTRAST_DATUM_NO_SUCH_DATE;
            case PERMANENT_EXPIRY -> ProblemCode.CONTRAST_DATUM_PERMANENT_EXPIRY;
            case MALFORMED_SUPPORT_NUMBER -> ProblemCode.CONTRAST_DATUM_MALFORMED_SUPPORT_NUMBER;
        };
    }

    @Override
    public String toString() {
        return "TypedIdentity[****]";
    }
}
