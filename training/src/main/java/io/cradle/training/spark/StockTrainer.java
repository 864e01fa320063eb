package io.cradle.training.spark;

import io.cradle.training.dl4j.DenseLearners;
import io.cradle.training.dl4j.DenseNetwork;
import io.cradle.training.dl4j.GraphLearner;
import io.cradle.training.learner.LearnerState;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.DenseShape;
import io.cradle.training.model.Floats;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.ModelKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.CollectionAccumulator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.schedule.FixedSchedule;

/**
 * Fits a next-frame model by DL4J's own {@code ParameterAveragingTrainingMaster}, for comparison. What it gets wrong is left as it is: an
 * average of float32 in the order of arrival, so that nothing repeats; and workers that forget how many steps there were. The step size
 * is set by the driver once a round.
 */
public final class StockTrainer implements Trainer {
    private final JavaSparkContext spark;
    private final ModelConfig model;
    private final TrainingConfig config;
    private final TrainingResources resources;

    /** A trainer on executors of some kind. */
    public StockTrainer(JavaSparkContext spark, ModelConfig model, TrainingConfig config, TrainingResources resources) {
        if (config.outer().method() != Outer.AVERAGE || config.schedule().kind() != Schedule.Kind.CONSTANT) {
            throw new IllegalArgumentException(
                    "Cannot train with train.engine=%s, train.outer.method=%s and train.schedule.kind=%s: DL4J's master has neither; use train.engine=CRADLE"
                            .formatted(
                                    config.engine(),
                                    config.outer().method(),
                                    config.schedule().kind()));
        }
        this.spark = spark;
        this.model = model;
        this.config = config;
        this.resources = resources;
    }

    @Override
    public Checkpoint fit(TrainingSet data, Optional<TrainingState> from, Watch watch) {
        if (from.isPresent()) {
            throw new IllegalArgumentException(
                    "Cannot go on with a training of train.engine=%s: nothing that DL4J's master does repeats; train anew"
                            .formatted(config.engine()));
        }
        Device.bind(); // this master makes the network on the driver
        Shares shares = new Shares(data, config);
        requireBuiltIn();
        DenseShape shape = DenseShape.of(model, data.layout());
        Beginning beginning = Beginning.of(shares, model, model.reads(data.layout()), model.frames());
        ComputationGraph network = DenseNetwork.create(
                shape, config.seed(), beginning.meanInk(), new FixedSchedule(config.learningRate()));
        SparkComputationGraph graph = new SparkComputationGraph(spark, network, master());
        try {
            Ruler ruler = new Ruler(
                    shares,
                    new DenseLearners(shape, config.seed(), beginning.meanInk(), config.rate()),
                    Family.of(shape).batches().in(beginning.standard()));
            for (Round round : Round.of(config, config.rate()::at)) {
                watch.over(round(graph, shares, round, ruler));
            }
        } finally {
            Pools.READERS.close(data.source());
        }
        return Checkpoints.of(model, config, data, GraphLearner.of(graph.getNetwork()), beginning);
    }

    private ParameterAveragingTrainingMaster master() {
        return new ParameterAveragingTrainingMaster.Builder(config.workers(), config.batchSize())
                .batchSizePerWorker(config.batchSize())
                .averagingFrequency(config.localSteps())
                .saveUpdater(config.engine() == Engine.DL4J_MOMENTS)
                .rddTrainingApproach(RDDTrainingApproach.Direct)
                .repartionData(Repartition.Never)
                .storageLevel(null)
                .rngSeed(config.seed())
                .build();
    }

    /** Measures on VAL as Cradle's own engine does. */
    private final class Ruler {
        private final JavaRDD<MultiDataSet> validation;
        private final Batches<MultiDataSet> batches;
        private final DenseLearners learners;
        private final String layout;
        private final boolean empty;

        Ruler(Shares shares, DenseLearners learners, Batches<MultiDataSet> batches) {
            this.batches = batches;
            List<RoundRdd.Share> looked = shares.validation();
            this.empty = looked.stream().allMatch(share -> share.windows().isEmpty());
            this.validation = rdd(shares, looked, batches);
            this.learners = learners;
            this.layout = Averaging.initial(spark.parallelize(List.of(0), 1), learners)
                    .layout();
        }

        /** Null where nothing is measured. */
        RoundLog.Validation after(Round round, ComputationGraph network) {
            if (empty || !config.isWatched(round)) {
                return null;
            }
            LearnerState state = GraphLearner.of(network).of(layout);
            OuterOptimizer none = new OuterOptimizer(OuterConfig.AVERAGE, Floats.of(new float[0]));
            try (Averaging<MultiDataSet> at = new Averaging<>(spark, learners, none, config.seed(), state)) {
                return new RoundLog.Validation(
                        OptionalDouble.empty(), at.measure(validation).bits().orElseThrow());
            }
        }
    }

    private void requireBuiltIn() {
        if (model.kind() != ModelKind.DENSE) {
            throw new IllegalArgumentException(
                    "Cannot train model.kind=%s with train.engine=%s: DL4J's master knows graphs of built-in layers alone; choose CRADLE"
                            .formatted(model.kind(), config.engine()));
        }
    }

    private JavaRDD<MultiDataSet> rdd(Shares shares, List<RoundRdd.Share> windows, Batches<MultiDataSet> batches) {
        return resources.on(
                new RoundRdd<MultiDataSet>(spark.sc(), windows, shares.data().source(), batches, config.batchSize())
                        .toJavaRDD());
    }

    private RoundLog round(SparkComputationGraph graph, Shares shares, Round round, Ruler ruler) {
        Clock clock = new Clock();
        double rate = config.rate().at(round.firstStep());
        graph.getNetwork().setLearningRate(rate);
        CollectionAccumulator<StepReport> reports =
                spark.sc().collectionAccumulator("minibatches of round " + round.index());
        graph.setListeners(new StepReporter(reports));
        graph.fitMultiDataSet(rdd(shares, shares.of(round), ruler.batches));
        List<StepReport> steps = reports.value().stream()
                .sorted(Comparator.comparingInt(StepReport::worker).thenComparingInt(StepReport::iteration))
                .toList();
        Diverged.check(round.index(), GraphLearner.of(graph.getNetwork()).parameters());
        RoundLog.Validation validation = ruler.after(round, graph.getNetwork());
        return log(round, rate, steps, clock.lap(), validation);
    }

    private static RoundLog log(
            Round round, double rate, List<StepReport> steps, double seconds, RoundLog.Validation validation) {
        return new RoundLog(
                round.index(),
                round.end(),
                steps.stream().mapToLong(StepReport::examples).sum(),
                RoundLog.bits(
                        steps.stream().mapToDouble(StepReport::score).average().orElseThrow()),
                List.of(),
                seconds,
                new TreeMap<>(steps.stream()
                        .collect(Collectors.groupingBy(
                                StepReport::executor, Collectors.summingLong(StepReport::examples)))),
                rate,
                null,
                validation,
                null);
    }
}
