package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivergedTest {
    /** The loss of a density may be near 0 or below it. */
    @ParameterizedTest(name = "untrained {0}, now {1}: {2}")
    @CsvSource({
        "20, 199, ''",
        "20, 201, 10.1 times that",
        "-2, -4, ''",
        "-2, 15, ''",
        "-2, 17, 19.0 nats above that",
        "0.01, 9, ''",
        "0.01, 9.5, 9.5 nats above that"
    })
    void aLossFarAboveTheUntrainedOneEndsATraining(double untrained, double loss, String says) {
        WorkerResult result =
                new WorkerResult(0, "driver", 1, List.of(loss), Total.NONE, List.of(), new Seconds(0, 0, 0, 0, 0));
        Throwable thrown =
                catchThrowable(() -> Diverged.check(3, new Averaged(List.of(result), null, null), untrained, 10));
        if (says.isEmpty()) {
            assertThat(thrown).isNull();
        } else {
            assertThat(thrown)
                    .isInstanceOf(Diverged.class)
                    .hasMessageContaining(says + " of the untrained model, more than train.watch.divergence=10.0");
        }
    }
}
