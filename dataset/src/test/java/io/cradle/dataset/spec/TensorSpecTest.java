package io.cradle.dataset.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorSpecTest {
    private static TensorSpec u8(String name, List<Integer> shape, List<Channel> channels) {
        return new TensorSpec(name, Encoding.U8, shape, channels, Scaling.NONE, 0, 255, 10);
    }

    @ParameterizedTest(name = "{1} elements of {0} take {2} bytes")
    @CsvSource({"BITS, 1, 1", "BITS, 8, 1", "BITS, 9, 2", "U8, 9, 9", "F32, 3, 12", "I64, 3, 24"})
    void knowsTheBytesOfAStep(Encoding encoding, int elements, int bytes) {
        TensorSpec tensor = new TensorSpec("t", encoding, List.of(elements), List.of(), Scaling.NONE, 0, 1, 0);

        assertThat(tensor.bytes()).isEqualTo(bytes);
    }

    @Test
    void aScalarHasOneElement() {
        assertThat(u8("t", List.of(), List.of()).elements()).isEqualTo(1);
    }

    @Test
    void refusesWhatMakesNoSense() {
        Channel channel = new Channel("c", "m", 0, 1);
        refuses(() -> u8("Lcd", List.of(1), List.of()), "Invalid tensor name 'Lcd'");
        refuses(() -> u8("t\"; --", List.of(1), List.of()), "Invalid tensor name");
        refuses(() -> u8("t", List.of(3, 0), List.of()), "Invalid shape [3, 0] of tensor 't': sizes must be positive");
        refuses(() -> u8("t", List.of(1 << 20, 1 << 20, 1 << 30), List.of()), "more than 16777216 elements a step");
        refuses(() -> u8("t", List.of(2), List.of(channel)), "1 names for 2 elements");
        refuses(() -> u8("t", List.of(2), List.of(channel, channel)), "a name stands twice");
        refuses(
                () -> new TensorSpec("t", Encoding.U8, List.of(1), List.of(), Scaling.NONE, 2, 1, 0),
                "Invalid range [2.0, 1.0]");
        refuses(
                () -> new TensorSpec("t", Encoding.U8, List.of(1), List.of(), Scaling.NONE, 0, 1, -1),
                "Invalid rate -1.0");
        refuses(() -> new Channel(" ", "m", 0, 1), "must not be blank");
        refuses(() -> new Channel("c", "m", 1, 1), "low must be below high");
        refuses(() -> new Channel("c", "m", Double.NaN, 1), "low must be below high");
    }

    private static void refuses(ThrowingCallable value, String message) {
        assertThatThrownBy(value).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void aLayoutsDigestChangesWithAnythingThatATensorSays() {
        TensorSpec tensor = u8("t", List.of(1), List.of(new Channel("c", "m", 0, 1)));
        TensorSpec otherUnit = u8("t", List.of(1), List.of(new Channel("c", "cm", 0, 1)));
        TensorSpec other = u8("u", List.of(1), List.of());

        assertThat(List.of(
                        new Layout(List.of(tensor)).digest(),
                        new Layout(List.of(otherUnit)).digest(),
                        new Layout(List.of(tensor, other)).digest(),
                        new Layout(List.of(other, tensor)).digest()))
                .doesNotHaveDuplicates();
        assertThat(new Layout(List.of(tensor)).digest())
                .isEqualTo(new Layout(List.of(u8("t", List.of(1), List.of(new Channel("c", "m", 0, 1))))).digest());
    }

    @Test
    void aLayoutNamesWhatItHasWhenAskedForWhatItHasNot() {
        Layout layout = new Layout(List.of(u8("t", List.of(2), List.of())));

        assertThat(layout.bytes()).isEqualTo(2);
        refuses(() -> layout.require("u"), "Cannot find tensor 'u': the layout has [t]");
        refuses(() -> new Layout(List.of()), "no tensor");
        refuses(() -> new Layout(List.of(layout.require("t"), layout.require("t"))), "a name stands twice in [t, t]");
    }
}
