package es.clave.registration.office;

/** What became of the wish for a slot. */
public sealed interface Booking {

    /** It is theirs. */
    record Booked(Appointment appointment) implements Booking {}

    /** Somebody else has it, or the office does not give it (any more). */
    record SlotGone() implements Booking {}

    /** This person has an appointment already. */
    record HasOne(Appointment appointment) implements Booking {}

    /** There is no such appointment (any more) to move. */
    record NoneToMove() implements Booking {}
}
