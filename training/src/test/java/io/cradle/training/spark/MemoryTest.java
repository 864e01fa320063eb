package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.training.learner.Learner;
import io.cradle.training.learner.Learners;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final JavaSparkContext SPARK = LocalSpark.context();

    /** As ND4J does where there is no room for a network. */
    private record TooLarge() implements Learners<String> {
        @Override
        public Learner<String> create() {
            throw new OutOfMemoryError("Physical memory usage is too high");
        }
    }

    @Test
    void aNetworkThatIsTooLargeForMemoryIsSaidAndDoesNotEndTheProcess() {
        assertThatThrownBy(() -> new Averaging<>(SPARK, new TooLarge(), OuterConfig.AVERAGE, 1))
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "Cannot train in executor 'driver': memory is used up (Physical memory usage is too high)")
                .hasMessageContaining("CRADLE_HEAP=8g");
        assertThat(SPARK.parallelize(List.of(1, 2)).count()).isEqualTo(2);
    }
}
