package es.clave.appapi.proof;

import java.time.Duration;

/** Takes each text once, on whatever node it comes. */
@FunctionalInterface
public interface SingleUse {

    /**
     * Whether it comes for the first time.
     *
     * @param remember how long it might come again
     */
    boolean first(String text, Duration remember);
}
