package io.cradle.training.spark;

import io.cradle.training.model.Floats;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.api.WorkerConfiguration;
import org.deeplearning4j.spark.api.worker.NetBroadcastTuple;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingWorker;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DL4J's parameter averaging with two things set right: workers count on ({@link ContinuingWorker}), and the average is
 * taken in float64 in the order of the partitions, where the stock master adds float32 in the order of arrival. Thus a
 * training repeats bit for bit with any number of workers. Adam's moments are averaged too. What becomes of the average is up to the
 * {@link OuterOptimizer}.
 *
 * <p>The driver holds the parameters and moments of all workers for a moment: 12 bytes a parameter and worker.
 */
final class OrderedAveragingMaster extends ParameterAveragingTrainingMaster {
    private final transient OuterOptimizer outer;
    private final transient CosineDecay rate;
    private transient Broadcast<NetBroadcastTuple> sent;
    private transient Agreement agreement = new Agreement(0, 1);

    /** @param velocity of the driver's optimiser, as a training left it */
    OrderedAveragingMaster(TrainingConfig config, Floats velocity) {
        super(new ParameterAveragingTrainingMaster.Builder(config.workers(), config.batchSize())
                .batchSizePerWorker(config.batchSize())
                .averagingFrequency(config.localSteps())
                .saveUpdater(true)
                .rddTrainingApproach(RDDTrainingApproach.Direct)
                .repartionData(Repartition.Never)
                .storageLevel(null)
                .rngSeed(config.seed()));
        outer = new OuterOptimizer(config.outer(), config.outerRate(), config.outerMomentum(), velocity);
        rate = new CosineDecay(config.learningRate(), config.rounds());
    }

    /** Of the driver's optimiser. */
    Floats velocity() {
        return outer.velocity();
    }

    /** Of the workers in the round that was over last. */
    Agreement agreement() {
        return agreement;
    }

    @Override
    public ParameterAveragingTrainingWorker getWorkerInstance(SparkComputationGraph graph) {
        ComputationGraph network = graph.getNetwork();
        ComputationGraphConfiguration configuration = network.getConfiguration();
        sent = graph.getSparkContext()
                .broadcast(new NetBroadcastTuple(
                        configuration, network.params(), network.getUpdater().getStateViewArray()));
        WorkerConfiguration worker = new WorkerConfiguration(
                true, rddDataSetNumExamples, batchSizePerWorker, averagingFrequency, prefetchNumBatches, false);
        return new ContinuingWorker(sent, worker, listeners, configuration);
    }

    @Override
    protected void processResults(
            SparkDl4jMultiLayer none,
            SparkComputationGraph graph,
            JavaRDD<ParameterAveragingTrainingResult> results,
            int split,
            int splits) {
        List<WorkerState> workers = results.map(WorkerState::of).collect();
        sent.destroy(); // or native memory would pile up until the next collection of garbage
        if (workers.size() != numWorkers) {
            throw new IllegalStateException(
                    "Cannot average: %d of %d workers had data".formatted(workers.size(), numWorkers));
        }
        ComputationGraph network = graph.getNetwork();
        ComputationGraphConfiguration configuration = network.getConfiguration();
        float[] before = network.params().dup('c').data().asFloat();
        float[] average = WorkerState.mean(workers, WorkerState::parameters);
        agreement = Agreement.of(workers, before, average);
        int round = configuration.getIterationCount() / averagingFrequency;
        network.setParams(Nd4j.createFromArray(new float[][] {outer.next(before, average, rate.at(round))}));
        network.getUpdater()
                .setStateViewArray(
                        Nd4j.createFromArray(new float[][] {WorkerState.mean(workers, WorkerState::updater)}));
        graph.setScore(
                workers.stream().mapToDouble(WorkerState::score).average().orElseThrow());
        configuration.setIterationCount(configuration.getIterationCount() + averagingFrequency);
    }
}
