package io.cradle.training.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A SameDiff graph and what its parts are for. Doesn't travel: make it where it is needed.
 *
 * @param graph of float32 variables, all of which the loss depends on
 * @param features names of the placeholders for a minibatch's features, in their order
 * @param labels names of the placeholders for its labels, in their order
 * @param noise names of the placeholders for random numbers, {@code [N, …]} as the features are, and which these are
 * @param loss name of the scalar to be made small: mean over examples, nats
 */
public record SameDiffModel(
        SameDiff graph, List<String> features, List<String> labels, SortedMap<String, Noise> noise, String loss) {
    public SameDiffModel {
        features = List.copyOf(features);
        labels = List.copyOf(labels);
        noise = Collections.unmodifiableSortedMap(new TreeMap<>(noise));
        for (String input : join(join(features, labels), List.copyOf(noise.keySet()))) {
            if (!graph.hasVariable(input) || !graph.getVariable(input).isPlaceHolder()) {
                throw new IllegalArgumentException(
                        "Invalid input '%s' of a SameDiff model: the graph has no such placeholder".formatted(input));
            }
        }
        if (!graph.hasVariable(loss)) {
            throw new IllegalArgumentException(
                    "Invalid loss '%s' of a SameDiff model: not in the graph".formatted(loss));
        }
    }

    /** A graph without noise. */
    public SameDiffModel(SameDiff graph, List<String> features, List<String> labels, String loss) {
        this(graph, features, labels, new TreeMap<>(), loss);
    }

    /** Names of the placeholders that a minibatch fills, features first. */
    List<String> inputs() {
        return join(features, labels);
    }

    /** Trainable variables at their initial values, in the order of their names. */
    SortedMap<String, INDArray> variables() {
        SortedMap<String, INDArray> variables = new TreeMap<>();
        for (SDVariable each : graph.variables()) {
            if (each.getVariableType() == VariableType.VARIABLE) {
                variables.put(each.name(), each.getArr());
            }
        }
        return variables;
    }

    private static List<String> join(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
