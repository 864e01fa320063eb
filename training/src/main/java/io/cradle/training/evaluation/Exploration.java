package io.cradle.training.evaluation;

import java.io.Serializable;
import java.util.List;

/**
 * A whole episode predicted open loop, with what it was surprised by, to scrub through.
 *
 * @param film from the prompt to the episode's end
 * @param surprise bits of each frame one step ahead, {@code [T]}; NaN before the first that is scored
 * @param actions names of the numbers of an action, and {@code [T][A]} a_t
 * @param proprio names of the numbers of proprio, and {@code [T][P]} as it was
 * @param predicted {@code [T][P]} as predicted, as it was in the prompt; empty where the model says nothing of it
 */
public record Exploration(Film film, List<Double> surprise, Track actions, Track proprio, List<List<Float>> predicted)
        implements Serializable {
    public Exploration {
        surprise = List.copyOf(surprise);
        predicted = List.copyOf(predicted);
    }

    /**
     * Numbers over time.
     *
     * @param names of the numbers
     * @param values {@code [T][names.size()]}
     */
    public record Track(List<String> names, List<List<Float>> values) implements Serializable {
        public Track {
            names = List.copyOf(names);
            values = List.copyOf(values);
        }
    }
}
