package io.cradle.jobs;

import io.cradle.training.baseline.Fitted;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.Evaluator;
import io.cradle.training.model.Arbiter;
import io.cradle.training.model.Floats;
import io.cradle.training.model.WorldModel;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The judged models and the baselines, as they travel to where they are measured.
 *
 * @param config of the measurement
 * @param judged at least one
 * @param baselines fitted on TRAIN
 * @param arbiter who is asked what samples look like: one or none
 * @param spread deviation of each number of proprio over TRAIN; empty for ones
 */
record Contenders(
        EvaluationConfig config, List<Judged> judged, List<Fitted> baselines, List<Arbiter> arbiter, Floats spread)
        implements Serializable {
    Contenders {
        judged = List.copyOf(judged);
        baselines = List.copyOf(baselines);
        arbiter = List.copyOf(arbiter);
    }

    /** A ruler of its own for each task: a model is used by one thread. */
    Evaluator evaluator() {
        Stream<WorldModel> models = judged.stream().map(Judged::model);
        return new Evaluator(
                config,
                Stream.concat(models, baselines.stream().map(Fitted::model)).toList(),
                arbiter.stream().findFirst(),
                spread);
    }
}
