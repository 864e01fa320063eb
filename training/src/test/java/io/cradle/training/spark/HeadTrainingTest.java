package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.training.model.HeadConfig;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.TransformerConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks with a head go the way of the dense one. */
class HeadTrainingTest {
    private static final JavaSparkContext SPARK = LocalSpark.context();

    private static final TransformerConfig SMALL = new TransformerConfig(32, 2, 2);

    /** Pixels apart, in groups, from the last observations alone, and as changes. */
    static Stream<ModelConfig> models() {
        return Stream.of(
                ModelConfig.transformer(12, SMALL),
                ModelConfig.transformer(12, SMALL, new HeadConfig(4, 32, true)),
                ModelConfig.step(3, List.of(64), new HeadConfig(1, 1, false)),
                ModelConfig.step(3, List.of(64), new HeadConfig(1, 1, true)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTinyModelBeatsCopyLastOnBallsItNeverSaw(ModelConfig model) {
        TinyTraining tiny = TinyTraining.of(model);
        assertThat(tiny.shareOfCopyLast()).isLessThan(0.8);
        assertThat(tiny.checkpoint().prompts().length()).isEqualTo(3);
    }

    @Test
    void dl4jsOwnMasterTrainsDenseNetworksAlone() {
        ModelConfig model = ModelConfig.transformer(4, new TransformerConfig(8, 1, 1));
        TrainingConfig config = new TrainingConfig(2, 1, 2, 8, 1e-2, 7);
        StockTrainer stock = new StockTrainer(SPARK, model, config, TrainingResources.anywhere());
        TrainingSet data = new BouncingBalls(1, 20, 20, 12).set(AveragingTrainer.windows(model));
        assertThatThrownBy(() -> stock.fit(data, Optional.empty(), Trainer.Watch.NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot train model.kind=TRANSFORMER")
                .hasMessageContaining("choose CRADLE");
    }
}
