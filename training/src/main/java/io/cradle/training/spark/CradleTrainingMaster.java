package io.cradle.training.spark;

import io.cradle.dataset.spec.Seeds;
import io.cradle.training.dl4j.GraphLearner;
import io.cradle.training.model.Floats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.core.loader.DataSetLoader;
import org.deeplearning4j.core.loader.MultiDataSetLoader;
import org.deeplearning4j.core.storage.StatsStorageRouter;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.spark.api.TrainingHook;
import org.deeplearning4j.spark.api.TrainingResult;
import org.deeplearning4j.spark.api.TrainingWorker;
import org.deeplearning4j.spark.api.stats.SparkTrainingStats;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.BaseTrainingMaster;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Cradle's parameter averaging for any {@code ComputationGraph} of DL4J's built-in layers: hand it to {@code SparkComputationGraph} in place of
 * {@code ParameterAveragingTrainingMaster}. Workers weigh by the examples that they fitted, sums are in float64 in the order of the workers,
 * moments are averaged and counters go on, so that {@code fit} on the same data ends in the same bits; and an outer optimiser may step from
 * the average. Where the network has batch normalisation, its statistics are measured over all the data at the end of each {@code fit}: an
 * average of statistics is not the statistic of the average.
 */
public final class CradleTrainingMaster extends BaseTrainingMaster<TrainingResult, TrainingWorker<TrainingResult>> {
    private final int workers;
    private final int localSteps;
    private final int batchSize;
    private final long seed;
    private final OuterOptimizer outer;
    private int fits;

    /**
     * A master whose velocity goes on from one {@code fit} to the next.
     *
     * @param workers K, at least 1; the data is dealt out to them one by one
     * @param localSteps H, minibatches that a worker fits between two averages, at least 1
     * @param batchSize examples in a minibatch, at least 1
     * @param outer what becomes of an average
     * @param seed of what is random in a step, such as dropout
     */
    public CradleTrainingMaster(int workers, int localSteps, int batchSize, OuterConfig outer, long seed) {
        if (workers < 1 || localSteps < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "Invalid workers=%d, localSteps=%d, batchSize=%d: each must be at least 1"
                            .formatted(workers, localSteps, batchSize));
        }
        this.workers = workers;
        this.localSteps = localSteps;
        this.batchSize = batchSize;
        this.seed = seed;
        this.outer = new OuterOptimizer(outer, Floats.of(new float[0]));
        this.listeners = List.of();
    }

    @Override
    public void executeTraining(SparkComputationGraph graph, JavaRDD<DataSet> data) {
        executeTrainingMDS(graph, data.map(DataSet::toMultiDataSet));
    }

    @Override
    public void executeTrainingMDS(SparkComputationGraph graph, JavaRDD<MultiDataSet> data) {
        JavaSparkContext spark = graph.getSparkContext();
        ComputationGraph network = graph.getNetwork();
        GraphLearners learners = new GraphLearners(
                network.getConfiguration(),
                new ArrayList<>(listeners),
                UUID.randomUUID().toString());
        Dealt dealt = Dealt.of(data, workers, batchSize);
        try (dealt;
                Averaging<MultiDataSet> averaging =
                        new Averaging<>(spark, learners, outer, Seeds.child(seed, fits++), GraphLearner.of(network))) {
            JavaRDD<MultiDataSet> nothing = spark.parallelize(List.<MultiDataSet>of(), workers);
            for (int round = 0; round < dealt.rounds(localSteps); round++) {
                Averaged averaged = averaging.round(
                        dealt.slice(round * localSteps, localSteps),
                        nothing,
                        round,
                        rate(network, averaging.state().steps()));
                graph.setScore(averaged.results().stream()
                        .mapToDouble(WorkerResult::loss)
                        .average()
                        .orElseThrow());
            }
            GraphLearner.set(network, averaging.state());
            BatchStatistics.recompute(network, learners, dealt.minibatches());
        } finally {
            Pools.LEARNERS.close(learners);
        }
    }

    /** Of the first layer that has one; 1 where none has and none is needed. */
    private double rate(ComputationGraph network, int steps) {
        network.getConfiguration().setIterationCount(steps); // which a schedule goes by
        Optional<Double> rate = Arrays.stream(network.getLayers())
                .map(layer -> network.getLearningRate(layer.conf().getLayer().getLayerName()))
                .filter(Objects::nonNull)
                .findFirst();
        if (rate.isEmpty() && outer.needsLearningRate()) {
            throw new IllegalArgumentException(
                    "Cannot take SlowMo's step: no layer of the network has a learning rate; take an updater that has one, or another outer optimiser");
        }
        return rate.orElse(1.0);
    }

    @Override
    public void executeTraining(SparkDl4jMultiLayer network, JavaRDD<DataSet> data) {
        throw graphsOnly();
    }

    @Override
    public void executeTrainingPaths(
            SparkDl4jMultiLayer network,
            SparkComputationGraph graph,
            JavaRDD<String> paths,
            DataSetLoader loader,
            MultiDataSetLoader multiLoader) {
        throw new UnsupportedOperationException(
                "Cannot train from paths: CradleTrainingMaster takes the data itself; read them in a map and use fitMultiDataSet");
    }

    @Override
    public TrainingWorker<TrainingResult> getWorkerInstance(SparkDl4jMultiLayer network) {
        throw graphsOnly();
    }

    @Override
    public TrainingWorker<TrainingResult> getWorkerInstance(SparkComputationGraph graph) {
        throw new UnsupportedOperationException(
                "Cannot hand out a worker: CradleTrainingMaster has its own; call SparkComputationGraph.fit");
    }

    private static UnsupportedOperationException graphsOnly() {
        return new UnsupportedOperationException(
                "Cannot train a MultiLayerNetwork: CradleTrainingMaster trains graphs; use network.toComputationGraph()");
    }

    @Override
    public void setListeners(Collection<TrainingListener> some) {
        listeners = List.copyOf(some);
    }

    @Override
    public void setListeners(StatsStorageRouter router, Collection<TrainingListener> some) {
        listeners = List.copyOf(some);
    }

    @Override
    public void addHook(TrainingHook hook) {
        throw new UnsupportedOperationException(
                "Cannot add hook '%s': CradleTrainingMaster has none; use a listener".formatted(hook));
    }

    @Override
    public void removeHook(TrainingHook hook) {
        // there is none
    }

    @Override
    public String toJson() {
        return "{\"workers\":%d,\"localSteps\":%d,\"batchSize\":%d,\"seed\":%d}"
                .formatted(workers, localSteps, batchSize, seed);
    }

    @Override
    public String toYaml() {
        return toJson(); // JSON is YAML
    }

    @Override
    public void setCollectTrainingStats(boolean collect) {
        if (collect) {
            throw new UnsupportedOperationException(
                    "Cannot collect DL4J's statistics: CradleTrainingMaster has none; leave setCollectTrainingStats off");
        }
    }

    @Override
    public boolean getIsCollectTrainingStats() {
        return false;
    }

    @Override
    public SparkTrainingStats getTrainingStats() {
        return null;
    }
}
