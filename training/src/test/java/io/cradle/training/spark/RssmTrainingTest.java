package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.model.Bounds;
import io.cradle.training.model.HeadConfig;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.Recording;
import io.cradle.training.model.RssmConfig;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A recurrent state-space model goes the way of the dense network. */
class RssmTrainingTest {
    /** As it is shipped, and as it is without anything free. */
    static Stream<RssmConfig> sizes() {
        return Stream.of(
                new RssmConfig(48, 8, 8, 48, true, 8, 0, 0),
                new RssmConfig(48, 8, 8, 48, true, 8, 0.5, 2),
                new RssmConfig(48, 8, 0, 48, true, 8, 0.5, 2));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aTinyModelBeatsCopyLastOnBallsItNeverSaw(RssmConfig sizes) {
        ModelConfig model = ModelConfig.rssm(8, sizes, new HeadConfig(1, 1, true));
        TinyTraining tiny = TinyTraining.of(model);
        assertThat(tiny.shareOfCopyLast()).isLessThan(0.8);
        for (Recording recording : tiny.unseen().subList(0, 5)) {
            Bounds bounds = tiny.checkpoint().model().bounds(recording, 3).orElseThrow();
            assertThat(bounds.iwae()).isLessThanOrEqualTo(bounds.elbo());
            assertThat(bounds.divergence()).isLessThanOrEqualTo(bounds.elbo()).isPositive();
        }
    }
}
