package es.clave.registration.desk;

/** What somebody comes for. */
enum Errand {
    REGISTER,
    CHANGE_MOBILE
}
