package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProprioTest {
    private static final List<Channel> CHANNELS = List.of(
            new Channel("arm:cos", "1", -1, 1),
            new Channel("arm:sin", "1", -1, 1),
            new Channel("arm:x:p", "m", 0, 10),
            new Channel("hip", "rad", -4, 4));
    private static final Proprio SCALED =
            new Proprio(TensorSpec.vector("proprio", CHANNELS, Scaling.SIGNED_UNIT, -2, 2, 10));
    private static final Proprio PLAIN = new Proprio(TensorSpec.vector("proprio", CHANNELS, Scaling.NONE, -20, 20, 10));

    private static float[] turned(double angle, float x, float hip) {
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle), x, hip};
    }

    @Test
    void stretchesWhatIsScaledBackToMetres() {
        assertThat(SCALED.metres(turned(0, 0.1f, 0), turned(0, -0.1f, 0))).isCloseTo(1, within(1e-6));
        assertThat(PLAIN.metres(turned(0, 0.1f, 0), turned(0, -0.1f, 0))).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void anglesAreComparedTheShorterWayRound() {
        double off = PLAIN.radians(turned(3.1, 0, 0), turned(-3.1, 0, 0));
        assertThat(off)
                .isCloseTo((2 * Math.PI - 6.2) / Math.sqrt(2), within(1e-5)); // the hip, the other angle, is right
        assertThat(PLAIN.radians(turned(1, 0, 0.5f), turned(1, 0, 0))).isCloseTo(0.5 / Math.sqrt(2), within(1e-6));
    }

    @Test
    void swappedChannelsAreSeen() {
        float[] truth = turned(0.3, 1, 0.2f);
        float[] swapped = {truth[1], truth[0], truth[3], truth[2]};
        assertThat(PLAIN.radians(swapped, truth)).isGreaterThan(0.5);
        assertThat(PLAIN.metres(swapped, truth)).isGreaterThan(0.5);
        assertThat(PLAIN.metres(truth, truth)).isZero();
    }

    @Test
    void withoutPositionsThereIsNoErrorInMetres() {
        Proprio none = new Proprio(
                TensorSpec.vector("proprio", List.of(new Channel("a", "1", -1, 1)), Scaling.NONE, -1, 1, 10));
        assertThat(none.metres(new float[] {1}, new float[] {0})).isNaN();
        assertThat(none.radians(new float[] {1}, new float[] {0})).isNaN();
    }
}
