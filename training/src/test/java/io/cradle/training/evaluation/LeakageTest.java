package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.training.model.Belief;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.Recording;
import io.cradle.training.model.Windowed;
import io.cradle.training.model.WorldModel;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LeakageTest {
    private static final Recording NOISE = Recording.of(Slider.noise(20, 1));

    /**
     * Says of each pixel what another one of the same frame shows.
     *
     * @param ahead how many pixels further on that one is
     */
    private record Peeking(int ahead) implements WorldModel {
        @Override
        public String name() {
            return "peeking";
        }

        @Override
        public int memory() {
            return 1;
        }

        @Override
        public Belief begin(List<Prompt> prompts) {
            return new Peek(ahead);
        }
    }

    private record Peek(int ahead) implements Belief, Prediction {
        @Override
        public Prediction predict(float[][] actions) {
            return this;
        }

        @Override
        public void observe(float[][] actions, List<Observation> next) {
            throw new IllegalStateException(
                    "Cannot observe %d worlds: one frame is asked about".formatted(next.size()));
        }

        @Override
        public float[][] ink() {
            return new float[1][Slider.PIXELS];
        }

        @Override
        public float[][] ink(float[][] came) {
            float[][] ink = ink();
            IntStream.range(0, Slider.PIXELS).forEach(pixel -> {
                int other = pixel + ahead;
                ink[0][pixel] = other >= 0 && other < Slider.PIXELS ? 0.25f + came[0][other] / 2 : 0.5f;
            });
            return ink;
        }
    }

    @Property(tries = 20)
    void whoLooksAtAPixelOrAtOneBehindItIsRefused(@ForAll @IntRange(max = Slider.PIXELS - 1) int ahead) {
        assertThatThrownBy(() -> Leakage.refuse(new Peeking(ahead), NOISE, 3))
                .hasMessageContaining("Cannot trust model 'peeking'");
    }

    @Property(tries = 20)
    void whoLooksAtPixelsBeforeItMayDoSo(@ForAll @IntRange(min = 1, max = Slider.PIXELS) int back) {
        assertThatCode(() -> Leakage.refuse(new Peeking(-back), NOISE, 3)).doesNotThrowAnyException();
    }

    @Test
    void theFrameBeforeIsNoLeak() {
        assertThatCode(() -> Leakage.refuse(new Windowed(Slider.late()), NOISE, 3))
                .doesNotThrowAnyException();
    }
}
