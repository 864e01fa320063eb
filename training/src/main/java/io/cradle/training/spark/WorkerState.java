package io.cradle.training.spark;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a worker sends back after a round, as plain arrays.
 *
 * @param parameters {@code [parameters]}
 * @param updater {@code [updater state]}
 * @param score of its last minibatch, nats a frame
 */
@SuppressWarnings("ArrayRecordComponent") // lives between collect and average, never compared
record WorkerState(float[] parameters, float[] updater, double score) implements Serializable {
    static WorkerState of(ParameterAveragingTrainingResult result) {
        return new WorkerState(flat(result.getParameters()), flat(result.getUpdaterState()), result.getScore());
    }

    private static float[] flat(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    /** Mean over workers, summed in float64 in their order. */
    static float[] mean(List<WorkerState> workers, Function<WorkerState, float[]> part) {
        double[] sum = new double[part.apply(workers.get(0)).length];
        for (WorkerState worker : workers) {
            float[] values = part.apply(worker);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            mean[i] = (float) (sum[i] / workers.size());
        }
        return mean;
    }
}
