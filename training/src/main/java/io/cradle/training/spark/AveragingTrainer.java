package io.cradle.training.spark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.dataset.window.WindowSpec;
import io.cradle.training.dl4j.DenseNetwork;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.DenseShape;
import io.cradle.training.model.Floats;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.PromptBank;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.CollectionAccumulator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

/** Fits a next-frame model on Spark by parameter averaging. See the package's page for what repeats. */
public final class AveragingTrainer {
    private static final int SAMPLE = 512;
    private static final double NANO = 1e-9;

    private final JavaSparkContext spark;
    private final ModelConfig model;
    private final TrainingConfig config;

    /** A trainer that runs on this context; {@code config.workers()} tasks must be able to run at once. */
    public AveragingTrainer(JavaSparkContext spark, ModelConfig model, TrainingConfig config) {
        this.spark = spark;
        this.model = model;
        this.config = config;
    }

    /** The windows that such a model is trained on: K frames and the one that follows, at every step. */
    public static WindowSpec windows(ModelConfig model) {
        return new WindowSpec(model.frames(), 1, 1);
    }

    /**
     * Trains from scratch.
     *
     * @param log is told of every round when it is over, in the calling thread
     * @throws IllegalArgumentException if there is no window, or the layout has no binary frames or no actions
     * @throws IllegalStateException if the loss is no longer finite; the message names the round
     */
    public Checkpoint fit(TrainingSet data, Consumer<RoundLog> log) {
        return fit(data, Optional.empty(), log, (rounds, state) -> {});
    }

    /** Is offered the state after every round. */
    public interface Keeper {
        /**
         * After a round.
         *
         * @param rounds that are over
         * @param state makes it, which costs a copy of all parameters
         */
        void offer(int rounds, Supplier<TrainingState> state);
    }

    /**
     * Goes on with a training, or begins one.
     *
     * @param from where it stood, with the same data and settings; empty for a new one
     * @param log as in {@link #fit(TrainingSet, Consumer)}
     * @param keeper is offered states, whose {@link TrainingState#of} is empty
     */
    public Checkpoint fit(TrainingSet data, Optional<TrainingState> from, Consumer<RoundLog> log, Keeper keeper) {
        DenseShape shape = DenseShape.of(model, data.layout());
        List<Window> sample = sample(data);
        double ink = meanInk(sample);
        CosineDecay rate = new CosineDecay(config.learningRate(), config.rounds());
        ComputationGraph network = DenseNetwork.create(shape, config.seed(), ink, rate.schedule());
        from.ifPresent(state -> restore(network, state));
        OrderedAveragingMaster master = new OrderedAveragingMaster(
                config, from.map(TrainingState::velocity).orElse(Floats.of(new float[0])));
        SparkComputationGraph graph = new SparkComputationGraph(spark, network, master);
        try {
            for (int round = from.map(TrainingState::rounds).orElse(0); round < config.rounds(); round++) {
                log.accept(round(graph, master, data, shape, round, rate.at(round)));
                int over = round + 1;
                keeper.offer(
                        over,
                        () -> new TrainingState("", over, parameters(network), updater(network), master.velocity()));
            }
        } finally {
            ReaderPool.close(data.source());
        }
        return checkpoint(data, network, ink, PromptBank.of(sample, model.frames()));
    }

    private void restore(ComputationGraph network, TrainingState state) {
        network.setParams(Nd4j.createFromArray(new float[][] {state.parameters().values()}));
        network.getUpdater()
                .setStateViewArray(
                        Nd4j.createFromArray(new float[][] {state.updater().values()}));
        network.getConfiguration().setIterationCount(state.rounds() * config.localSteps());
        network.getConfiguration().setEpochCount(state.rounds());
    }

    private static Floats parameters(ComputationGraph network) {
        return Floats.of(network.params().dup('c').data().asFloat());
    }

    private static Floats updater(ComputationGraph network) {
        return Floats.of(
                network.getUpdater().getStateViewArray().dup('c').data().asFloat());
    }

    private RoundLog round(
            SparkComputationGraph graph,
            OrderedAveragingMaster master,
            TrainingSet data,
            DenseShape shape,
            int round,
            double rate) {
        long start = System.nanoTime();
        CollectionAccumulator<StepReport> reports = spark.sc().collectionAccumulator("minibatches of round " + round);
        graph.setListeners(new StepReporter(reports));
        fit(graph, new RoundRdd(spark.sc(), shares(data, round), data.source(), shape, config.batchSize()), round);
        List<StepReport> ordered = reports.value().stream()
                .sorted(Comparator.comparingInt(StepReport::worker).thenComparingInt(StepReport::iteration))
                .toList();
        RoundLog done = RoundLog.of(round, ordered, (System.nanoTime() - start) * NANO, rate, master.agreement());
        requireFinite(done, graph.getNetwork());
        return done;
    }

    private static void fit(SparkComputationGraph graph, RoundRdd minibatches, int round) {
        try {
            graph.fitMultiDataSet(minibatches.toJavaRDD());
        } catch (Exception failed) { // Spark throws checked exceptions that Java does not see
            Throwable cause = failed;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new IllegalStateException(
                    "Cannot finish round %d of the training: %s".formatted(round, cause.getMessage()), failed);
        }
    }

    private List<RoundRdd.Share> shares(TrainingSet data, int round) {
        return IntStream.range(0, config.workers())
                .mapToObj(worker -> new RoundRdd.Share(worker, share(config, data, round, worker)))
                .toList();
    }

    /** The windows that one worker fits in one round: a pure function of its arguments. */
    static List<WindowAddress> share(TrainingConfig config, TrainingSet data, int round, int worker) {
        int examples = Math.multiplyExact(config.localSteps(), config.batchSize());
        return new RoundPlan(Seeds.child(config.seed(), 0), data.windows(), config.workers(), examples)
                .share(round, worker);
    }

    private void requireFinite(RoundLog done, ComputationGraph network) {
        if (!Double.isFinite(done.loss())
                || !Double.isFinite(network.params().sumNumber().doubleValue())) {
            throw new IllegalStateException(
                    "Cannot train past round %d: loss or weights are no longer finite (loss %s); lower train.learningRate=%s"
                            .formatted(done.round(), done.loss(), config.learningRate()));
        }
    }

    private List<Window> sample(TrainingSet data) {
        int size = (int) Math.min(data.windows().size(), SAMPLE);
        RoundPlan plan = new RoundPlan(Seeds.child(config.seed(), 1), data.windows(), 1, size);
        try (WindowSource.Reader reader = data.source().open()) {
            return plan.share(0, 0).stream().map(reader::read).toList();
        }
    }

    /** Share of ink, kept off 0 and 1 by half a pixel. */
    private static double meanInk(List<Window> sample) {
        long ink = 0;
        long pixels = 0;
        for (Window window : sample) {
            var frames = window.require(Layout.FRAME);
            for (int t = 0; t < frames.rows(); t++) {
                ink += inked(frames.floats(t));
                pixels += frames.spec().elements();
            }
        }
        return (ink + 0.5) / (pixels + 1);
    }

    private static long inked(float[] frame) {
        long ink = 0;
        for (float pixel : frame) {
            ink += (long) pixel;
        }
        return ink;
    }

    private Checkpoint checkpoint(TrainingSet data, ComputationGraph network, double ink, PromptBank prompts) {
        Layout used = new Layout(
                List.of(data.layout().require(Layout.FRAME), data.layout().require(Layout.ACTION)));
        Map<String, String> training =
                new ObjectMapper().convertValue(config, new TypeReference<Map<String, String>>() {});
        return new Checkpoint(
                new Checkpoint.Facts(
                        model,
                        used,
                        data.origin(),
                        training,
                        network.getConfiguration().getIterationCount(),
                        ink),
                parameters(network),
                updater(network),
                prompts);
    }
}
