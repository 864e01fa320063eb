package io.cradle.training.spark;

import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.spark.api.WorkerConfiguration;
import org.deeplearning4j.spark.api.worker.NetBroadcastTuple;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingWorker;

/**
 * DL4J's worker, which goes on counting where the last round stopped. The stock one clones the configuration, and the
 * clone forgets how many minibatches and rounds there were: Adam's bias correction would start anew each round upon
 * moments that are no longer zero (its steps are a third to a fifth of what they should be), and the learning rate
 * would never decay.
 */
final class ContinuingWorker extends ParameterAveragingTrainingWorker {
    private final int iterations;
    private final int rounds;

    ContinuingWorker(
            Broadcast<NetBroadcastTuple> network,
            WorkerConfiguration configuration,
            List<TrainingListener> listeners,
            ComputationGraphConfiguration counted) {
        super(network, true, configuration, List.of(), listeners, null);
        this.iterations = counted.getIterationCount();
        this.rounds = counted.getEpochCount();
    }

    @Override
    public ComputationGraph getInitialModelGraph() {
        ComputationGraph network = super.getInitialModelGraph();
        network.getConfiguration().setIterationCount(iterations);
        network.getConfiguration().setEpochCount(rounds);
        return network;
    }
}
