package es.clave.registration.office;

/** What is audited of appointments. */
enum AppointmentAct {
    APPOINTMENT_BOOKED,
    APPOINTMENT_MOVED,
    APPOINTMENT_CANCELLED
}
