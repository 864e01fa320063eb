package io.cradle.dataset.table;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says in one phrase how two layouts differ. */
final class LayoutDifference {
    private LayoutDifference() {}

    /** The first tensor in which the other layout differs from the present one. */
    static String between(Layout present, Layout other) {
        for (TensorSpec tensor : present.tensors()) {
            if (other.find(tensor.name()).isEmpty()) {
                return "the table has a tensor '%s', the episodes have none".formatted(tensor.name());
            }
            if (!other.require(tensor.name()).equals(tensor)) {
                return between(tensor, other.require(tensor.name()));
            }
        }
        return "the table has tensors %s, the episodes %s".formatted(names(present), names(other));
    }

    private static String between(TensorSpec present, TensorSpec other) {
        if (!form(present).equals(form(other))) {
            return "tensor '%s' is %s in the table and %s in the episodes"
                    .formatted(present.name(), form(present), form(other));
        }
        return Stream.of(
                        differing(present, other, "rate", TensorSpec::rate),
                        differing(present, other, "scaling", TensorSpec::scaling),
                        differing(present, other, "range", spec -> List.of(spec.low(), spec.high())),
                        differing(present, other, "channels", spec -> spec.channels().stream()
                                .map(Channel::name)
                                .toList()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("channels of tensor '%s' have other units or ranges in the table than in the episodes"
                        .formatted(present.name()));
    }

    private static Optional<String> differing(
            TensorSpec present, TensorSpec other, String what, Function<TensorSpec, Object> part) {
        return part.apply(present).equals(part.apply(other))
                ? Optional.empty()
                : Optional.of("tensor '%s' has %s %s in the table and %s in the episodes"
                        .formatted(present.name(), what, part.apply(present), part.apply(other)));
    }

    private static String form(TensorSpec tensor) {
        return tensor.encoding() + " " + tensor.shape();
    }

    private static Object names(Layout layout) {
        return layout.tensors().stream().map(TensorSpec::name).toList();
    }
}
