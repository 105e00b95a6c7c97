package es.clave.identity;

import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a text that a person typed: a value, or the mistake that the person can put right.
 *
 * @param <T> the value
 * @param <M> the mistakes that can be made in typing it
 */
public sealed interface Parsed<T, M extends Enum<M>> {

    /** The text was understood. */
    record Valid<T, M extends Enum<M>>(T value) implements Parsed<T, M> {}

    /** The text was not understood, for this reason. */
    record Invalid<T, M extends Enum<M>>(M mistake) implements Parsed<T, M> {}

    /** The value, empty where a mistake was made. */
    default Optional<T> valid() {
        return this instanceof Valid<T, M> valid ? Optional.of(valid.value) : Optional.empty();
    }

    /** The mistake, empty where there is a value. */
    default Optional<M> invalid() {
        return this instanceof Invalid<T, M> invalid ? Optional.of(invalid.mistake) : Optional.empty();
    }

    /**
     * The value, for texts that are known to be right (data files, the database).
     *
     * @throws IllegalArgumentException naming the mistake, never the text
     */
    default T orElseThrow() {
        return valid().orElseThrow(() ->
                new IllegalArgumentException(invalid().map(Enum::toString).orElseThrow()));
    }

    /** The same with the value turned into another. */
    default <U> Parsed<U, M> map(Function<? super T, ? extends U> change) {
        if (this instanceof Valid<T, M> valid) {
            return new Valid<>(change.apply(valid.value));
        }
        return new Invalid<>(((Invalid<T, M>) this).mistake);
    }
}
