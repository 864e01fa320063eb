package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.evaluation.OneStep;
import io.cradle.training.model.Bounds;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.HeadConfig;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Recording;
import io.cradle.training.model.RssmConfig;
import io.cradle.training.model.Windowed;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A recurrent state-space model goes the way of the dense network. */
class RssmTrainingTest {
    private static final JavaSparkContext SPARK = LocalSpark.context();

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
        double bits = OneStep.bitsPerFrame(checkpoint.model(), unseen, 3);
        assertThat(bits).isLessThan(0.8 * OneStep.bitsPerFrame(copyLast, unseen, 3));
        for (Recording recording : unseen.subList(0, 5)) {
            Bounds bounds = checkpoint.model().bounds(recording, 3).orElseThrow();
            assertThat(bounds.iwae()).isLessThanOrEqualTo(bounds.elbo());
            assertThat(bounds.divergence()).isLessThanOrEqualTo(bounds.elbo()).isPositive();
        }
    }
}
