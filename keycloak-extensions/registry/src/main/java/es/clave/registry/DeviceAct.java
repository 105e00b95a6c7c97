package es.clave.registry;

/** What is audited of devices. The names are kept for good. */
public enum DeviceAct {
    DEVICE_ACTIVATED,
    DEVICE_KEY_CHANGED,
    DEVICE_REMOVED,
    /** It answered with a counter that was used before. */
    DEVICE_SHUT_OUT
}
