package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Split;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.Recording;
import io.cradle.training.model.Windowed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final EvaluationConfig CONFIG =
            new EvaluationConfig(Split.TEST, 0, 2, 6, 200, 1, 3, 8, 1, 50, OracleConfig.NONE);

    /** However fast the machine is: a step that waits for a time takes no less. */
    @Test
    void aStepThatWaitsIsNoFasterThanItsWaitAndCountsAllWorlds() {
        NextFrameModel waiting = Slider.model("waiting", 1, (past, action) -> {
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2);
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
            return past;
        });

        Pace pace = Pace.of(new Windowed(waiting), Recording.of(Slider.episode(20, 1)), CONFIG);

        assertThat(pace.alone()).isPositive().isLessThanOrEqualTo(500);
        assertThat(pace.together()).isBetween(20.0, 500.0); // each world waits; not counted, 64 of them would come to 8
    }
}
