package io.cradle.training.spark;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.util.CollectionAccumulator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/** Rides in every worker and reports each minibatch to the driver. */
final class StepReporter extends BaseTrainingListener implements Serializable {
    private final CollectionAccumulator<StepReport> reports;

    StepReporter(CollectionAccumulator<StepReport> reports) {
        this.reports = reports;
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        reports.add(new StepReport(
                TaskContext.getPartitionId(),
                Device.here().place(),
                iteration,
                ((ComputationGraph) model).batchSize(),
                model.score()));
    }
}
