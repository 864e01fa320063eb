package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.training.learner.LearnerState;
import io.cradle.training.model.Floats;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrainingStateTest {
    private static final TrainingState STATE = new TrainingState(
            "of",
            3,
            7.5,
            new LearnerState("layout", Floats.of(new float[] {1, 2}), Floats.of(new float[] {3}), 12),
            Floats.of(new float[0]));

    static byte[] bytes(TrainingState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            state.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static TrainingState read(byte[] bytes) {
        return TrainingState.read("here", new ByteArrayInputStream(bytes), bytes.length);
    }

    @Test
    void comesBackAsItWas() {
        assertThat(read(bytes(STATE))).isEqualTo(STATE);
    }

    @Test
    void cutOffAnywhereItIsRefused() {
        byte[] whole = bytes(STATE);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("here");
        }
    }

    @Test
    void withAnyBitChangedItIsRefused() {
        byte[] whole = bytes(STATE);
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) (1 << i % 8);
            assertThatThrownBy(() -> read(changed))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("here");
        }
    }

    @Test
    void withMoreBehindItIsRefused() {
        byte[] whole = bytes(STATE);
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1))).isInstanceOf(CorruptDataException.class);
    }
}
