package io.cradle.jobs.cluster;

import org.apache.spark.SparkEnv;
import org.apache.spark.util.CollectionAccumulator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.spark.api.TrainingHook;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Notes, for every example that a worker trained on, the executor it ran in. */
public final class CountingHook implements TrainingHook {
    private static final long serialVersionUID = 1;

    private final CollectionAccumulator<String> executors;

    /** Adds to {@code executors}, which must be registered with the driver's context. */
    public CountingHook(CollectionAccumulator<String> executors) {
        this.executors = executors;
    }

    @Override
    public void preUpdate(DataSet batch, Model model) {}

    @Override
    public void postUpdate(DataSet batch, Model model) {}

    @Override
    public void preUpdate(MultiDataSet batch, Model model) {}

    @Override
    public void postUpdate(MultiDataSet batch, Model model) {
        for (long example = 0; example < batch.getFeatures(0).size(0); example++) {
            executors.add(SparkEnv.get().executorId());
        }
    }
}
