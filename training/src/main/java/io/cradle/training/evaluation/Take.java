package io.cradle.training.evaluation;

import io.cradle.dataset.spec.Seeds;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.Recording;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stretch of an episode that is predicted without looking: a prompt and the horizon after it.
 *
 * @param recording the episode
 * @param start number of the prompt's first frame
 * @param prompt frames that the model is given
 * @param horizon frames that it must predict
 */
record Take(Recording recording, int start, int prompt, int horizon) {
    /** All takes that fit into an episode, from its start, each after the last. */
    static List<Take> of(Recording recording, EvaluationConfig config) {
        int steps = config.prompt() + config.horizon();
        return IntStream.iterate(0, start -> start + steps <= recording.steps(), start -> start + steps)
                .mapToObj(start -> new Take(recording, start, config.prompt(), config.horizon()))
                .toList();
    }

    /** Number of the last frame known when the frame at horizon {@code h} (from 1) is predicted. */
    int before(int h) {
        return start + prompt - 2 + h;
    }

    /** The true frame at horizon {@code h}, from 1; {@code [F]}. */
    float[] truth(int h) {
        return recording.frame(before(h) + 1);
    }

    /** The action that leads to the frame at horizon {@code h}, from 1; {@code [A]}. */
    float[] action(int h) {
        return recording.action(before(h));
    }

    /** What a model is given. */
    Prompt given() {
        return recording.prompt(start, start + prompt);
    }

    /** All that is true at horizon {@code h}, from 1. */
    Observation observation(int h) {
        return recording.observation(before(h) + 1);
    }

    /** Randomness of its own: the same whichever takes are predicted beside it. */
    long seed() {
        return Seeds.child(recording.episode().id().hashCode(), start);
    }
}
