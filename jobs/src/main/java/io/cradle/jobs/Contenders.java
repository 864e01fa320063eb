package io.cradle.jobs;

import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.Evaluator;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.PixelCounts;
import java.io.Serializable;
import java.util.List;

/**
 * The judged model and the baselines, as they travel to where they are measured.
 *
 * @param config of the measurement
 * @param checkpoint of the judged model
 * @param counts of TRAIN, which the baselines are made of
 */
record Contenders(EvaluationConfig config, Checkpoint checkpoint, PixelCounts counts) implements Serializable {
    /** A ruler of its own for each task: a model is used by one thread. */
    Evaluator evaluator() {
        return new Evaluator(config, List.of(checkpoint.model(), counts.copyLast(), counts.marginal()));
    }
}
