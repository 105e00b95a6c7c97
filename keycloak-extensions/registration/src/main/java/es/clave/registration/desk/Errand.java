package es.clave.registration.desk;

/** What somebody comes for. */
enum Errand {
    REGISTER,
    CHANGE_MOBILE,
    /** Another activation code: the one on the receipt is lost or blocked. */
    NEW_CODE
}
