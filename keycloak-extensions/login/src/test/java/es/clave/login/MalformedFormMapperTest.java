package es.clave.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MalformedFormMapperTest {

    @Test
    void anExceptionFromTheReaderOfFormsIsTheSendersFault() {
        assertThat(MalformedFormMapper.isMalformedForm(
                        thrownIn("org.jboss.resteasy.reactive.server.core.multipart.FormData")))
                .isTrue();
    }

    @Test
    void anyOtherExceptionIsOurs() {
        assertThat(MalformedFormMapper.isMalformedForm(thrownIn("es.clave.login.pin.PinLogin")))
                .isFalse();
    }

    private static RuntimeException thrownIn(String className) {
        RuntimeException exception = new RuntimeException();
        exception.setStackTrace(new StackTraceElement[] {new StackTraceElement(className, "method", "file", 1)});
        return exception;
    }
}
