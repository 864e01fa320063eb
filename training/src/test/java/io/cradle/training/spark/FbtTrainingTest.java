package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.evaluation.OneStep;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.CodeConfig;
import io.cradle.training.model.HeadConfig;
import io.cradle.training.model.Likelihood;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Recording;
import io.cradle.training.model.TransformerConfig;
import io.cradle.training.model.Windowed;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

/** A flat binary transformer goes the way of the dense network. */
class FbtTrainingTest {
    private static final JavaSparkContext SPARK = LocalSpark.context();

    @Test
    void evenTheBoundOfATinyOneBeatsCopyLastOnBallsItNeverSaw() {
        ModelConfig model = ModelConfig.fbt(
                12, new TransformerConfig(32, 2, 2), new HeadConfig(2, 32, false), new CodeConfig(24, 64, 0));
        BouncingBalls train = new BouncingBalls(1, 200, 20, 12);
        List<RoundLog> rounds = new ArrayList<>();
        Checkpoint checkpoint = new AveragingTrainer(SPARK, model, new TrainingConfig(2, 15, 20, 16, 8e-3, 7))
                .fit(train.set(AveragingTrainer.windows(model)), Optional.empty(), rounds::add);
        List<Recording> unseen = new BouncingBalls(2, 40, 20, 12)
                .recorded().stream().map(Recording::of).toList();
        WorldModel copyLast = new Windowed(unseen.stream()
                .map(recording -> PixelCounts.of(Recording.binary(recording.episode())))
                .reduce(PixelCounts::merge)
                .orElseThrow()
                .copyLast());
        assertThat(checkpoint.model().likelihood()).isEqualTo(Likelihood.UPPER);
        assertThat(OneStep.bitsPerFrame(checkpoint.model(), unseen, 3))
                .isLessThan(0.9 * OneStep.bitsPerFrame(copyLast, unseen, 3));
    }
}
