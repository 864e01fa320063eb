package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.model.CodeConfig;
import io.cradle.training.model.HeadConfig;
import io.cradle.training.model.Likelihood;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.TransformerConfig;
import org.junit.jupiter.api.Test;

/** A flat binary transformer goes the way of the dense network. */
class FbtTrainingTest {
    @Test
    void evenTheBoundOfATinyOneBeatsCopyLastOnBallsItNeverSaw() {
        ModelConfig model = ModelConfig.fbt(
                12, new TransformerConfig(32, 2, 2), new HeadConfig(2, 32, false), new CodeConfig(24, 64, 0));
        TinyTraining tiny = TinyTraining.of(model);
        assertThat(tiny.checkpoint().model().likelihood()).isEqualTo(Likelihood.UPPER);
        assertThat(tiny.shareOfCopyLast()).isLessThan(0.9);
    }
}
