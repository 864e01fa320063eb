package io.cradle.training.spark;

import io.cradle.dataset.window.WindowSpec;
import io.cradle.training.learner.LearnerState;
import io.cradle.training.learner.Learners;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.Floats;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.ModelShape;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Fits a next-frame model on Spark by Cradle's parameter averaging. See the package's page for what repeats. */
public final class AveragingTrainer implements Trainer {
    private final JavaSparkContext spark;
    private final ModelConfig model;
    private final TrainingConfig config;
    private final TrainingResources resources;

    /** A trainer on whatever executors there are; {@code config.workers()} tasks must be able to run at once. */
    public AveragingTrainer(JavaSparkContext spark, ModelConfig model, TrainingConfig config) {
        this(spark, model, config, TrainingResources.anywhere());
    }

    /** A trainer on executors of their own kind. */
    public AveragingTrainer(
            JavaSparkContext spark, ModelConfig model, TrainingConfig config, TrainingResources resources) {
        this.resources = resources;
        this.spark = spark;
        this.model = model;
        this.config = config;
    }

    /** The windows that such a model is trained on: K frames and the one that follows, from every step; before them one that tells of motion. */
    public static WindowSpec windows(ModelConfig model) {
        return new WindowSpec(model.frames() + (model.motion() ? 1 : 0), 1, 1);
    }

    @Override
    public Checkpoint fit(TrainingSet data, Optional<TrainingState> from, Watch watch) {
        ModelShape shape = ModelShape.of(model, data.layout());
        Family family = Family.of(shape);
        Shares shares = new Shares(data, config);
        Beginning beginning = Beginning.of(shares, model, model.reads(data.layout()), shape.promptFrames());
        Learners<MultiDataSet> learners = family.school().learners(config.seed(), beginning.meanInk(), config.rate());
        Batches<MultiDataSet> batches = family.batches().in(beginning.standard());
        OuterOptimizer outer = new OuterOptimizer(
                config.outer(), from.map(TrainingState::velocity).orElse(Floats.of(new float[0])));
        LearnerState start = start(from, learners);
        try (Averaging<MultiDataSet> averaging = new Averaging<>(spark, learners, outer, config.seed(), start)) {
            new Rounds<>(averaging, config, shares, windows -> rdd(data, windows, batches)).fit(from, watch);
            return Checkpoints.of(model, config, data, averaging.state(), beginning);
        } finally {
            Pools.READERS.close(data.source());
            Pools.LEARNERS.close(learners);
        }
    }

    private LearnerState start(Optional<TrainingState> from, Learners<MultiDataSet> learners) {
        Optional<LearnerState> left = from.map(TrainingState::learner);
        if (left.isPresent() && !left.get().layout().isEmpty()) {
            return left.get();
        }
        LearnerState initial = Averaging.initial(resources.on(spark.parallelize(List.of(0), 1)), learners);
        return left.map(some -> some.of(initial.layout())).orElse(initial);
    }

    private JavaRDD<MultiDataSet> rdd(TrainingSet data, List<RoundRdd.Share> windows, Batches<MultiDataSet> batches) {
        return resources.on(
                new RoundRdd<>(spark.sc(), windows, data.source(), batches, config.batchSize()).toJavaRDD());
    }
}
