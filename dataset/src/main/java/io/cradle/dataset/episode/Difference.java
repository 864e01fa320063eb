package io.cradle.dataset.episode;

import io.cradle.dataset.spec.Tensor;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first place at which two episodes differ that should be one.
 *
 * @param tensor name of the first tensor that differs
 * @param step first step, from 0
 * @param element first element of that step, row-major, from 0
 * @param one value in the one
 * @param other value in the other
 */
public record Difference(String tensor, int step, int element, String one, String other) {
    /**
     * Compares bit by bit, tensor by tensor.
     *
     * @return empty if all are equal
     * @throws IllegalArgumentException if the episodes have other tensors or other steps, where no element is like another
     */
    public static Optional<Difference> between(Episode one, Episode other) {
        if (!one.layout().equals(other.layout()) || one.steps() != other.steps()) {
            throw new IllegalArgumentException("Cannot compare episodes '%s' (%d steps of %s) and '%s' (%d steps of %s)"
                    .formatted(one.id(), one.steps(), one.tensors(), other.id(), other.steps(), other.tensors()));
        }
        return IntStream.range(0, one.tensors().size())
                .mapToObj(i -> between(one.tensors().get(i), other.tensors().get(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Difference> between(Tensor one, Tensor other) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        int elements = one.spec().elements();
        return IntStream.range(0, one.rows() * elements)
                .filter(i -> !text(one, i / elements, i % elements).equals(text(other, i / elements, i % elements)))
                .mapToObj(i -> at(one, other, i / elements, i % elements))
                .findFirst();
    }

    private static Difference at(Tensor one, Tensor other, int step, int element) {
        return new Difference(one.spec().name(), step, element, text(one, step, element), text(other, step, element));
    }

    /** A number as text that no other number has: Java prints as many digits as tell a float from its neighbours. */
    private static String text(Tensor tensor, int step, int element) {
        return switch (tensor.spec().encoding()) {
            case I64 -> Long.toString(tensor.integer(step, element));
            case F32 -> text(tensor.value(step, element));
            case BITS, U8, PNG -> Integer.toString((int) tensor.value(step, element));
        };
    }

    private static String text(float number) {
        return Float.isNaN(number) ? "NaN(%x)".formatted(Float.floatToRawIntBits(number)) : Float.toString(number);
    }
}
