package io.cradle.jobs;

import io.cradle.dataset.spec.Layout;
import io.cradle.jobs.configuration.CradleConfig;
import io.cradle.training.learner.LearnerState;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.Floats;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.ModelShape;
import io.cradle.training.spark.TrainingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a training goes off from another: parameters, moments and steps are taken over, and of a state also the velocity of the driver's
 * optimiser; settings may differ, the model may not.
 *
 * @param state to go on from
 * @param text path and steps, for the record
 */
record Fork(TrainingState state, String text) {
    /**
     * From a checkpoint, from the directory of a training's states, or from one of these.
     *
     * @param layout of the table that is trained on
     * @throws IllegalArgumentException if it is of another model, or has as many steps as the training that is asked for
     */
    static Fork of(Path from, CradleConfig config, Layout layout) {
        TrainingState state = state(from, config.model());
        int asked = ModelShape.of(config.model(), config.model().reads(layout)).parameters();
        if (state.learner().parameters().size() != asked) {
            throw new IllegalArgumentException(
                    "Cannot fork '%s': it has %d parameters, and for this table a model has %d; fork a training whose frames, actions and proprio have the sizes of the table's"
                            .formatted(from, state.learner().parameters().size(), asked));
        }
        int steps = state.learner().steps();
        if (steps >= config.train().steps()) {
            throw new IllegalArgumentException(
                    "Cannot fork '%s': it has %d steps, and train.rounds=%d of train.localSteps=%d are %d; raise train.rounds"
                            .formatted(
                                    from,
                                    steps,
                                    config.train().rounds(),
                                    config.train().localSteps(),
                                    config.train().steps()));
        }
        return new Fork(state, "%s after %d steps".formatted(from, steps));
    }

    private static TrainingState state(Path from, ModelConfig model) {
        if (Files.isRegularFile(from) || from.getFileName().toString().endsWith(States.DIRECTORY)) {
            TrainingState state = States.any(from);
            requireModel(from, Undertaking.of(state.of()).model(), model);
            return state;
        }
        Checkpoint checkpoint = Checkpoint.load(from);
        requireModel(from, checkpoint.facts().model(), model);
        LearnerState learner = new LearnerState(
                "",
                checkpoint.parameters(),
                checkpoint.updater(),
                checkpoint.facts().iterations());
        return new TrainingState("", 0, Double.NaN, learner, Floats.of(new float[0]));
    }

    private static void requireModel(Path from, ModelConfig there, ModelConfig asked) {
        List<String> others = Undertaking.differences("model", there, asked);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot fork '%s': its model is another one: %s; use the same section model"
                            .formatted(from, String.join("; ", others)));
        }
    }
}
