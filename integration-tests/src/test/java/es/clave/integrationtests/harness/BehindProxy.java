package es.clave.integrationtests.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Asks for the {@link Clave} that reads certificates from a header, which the proxy at 127.0.0.2 may send and nobody else. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BehindProxy {}
