package io.cradle.training.dl4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;

/**
 * Which operations of a graph some results take, and until when each intermediate result is needed.
 *
 * @param operations in an order in which they can run
 * @param ending for each operation, the names of what nothing reads after it
 */
record Lifetimes(List<SameDiffOp> operations, List<List<String>> ending) {
    static Lifetimes of(SameDiff graph, List<String> wanted) {
        Set<String> needed = needed(graph, wanted);
        List<SameDiffOp> operations = graph.getOps().values().stream()
                .filter(step -> needed.contains(step.getName()))
                .toList();
        Map<String, String> owners = new HashMap<>();
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            note(operations.get(i), i, owners, last);
        }
        wanted.forEach(name -> last.remove(owners.getOrDefault(name, name)));
        List<List<String>> ending = Stream.<List<String>>generate(ArrayList::new)
                .limit(operations.size())
                .toList();
        last.forEach((name, at) -> ending.get(at).add(name));
        return new Lifetimes(operations, ending);
    }

    /** Names of what nothing reads after this operation. */
    Stream<String> endingAt(int operation) {
        return ending.get(operation).stream();
    }

    private static void note(SameDiffOp step, int at, Map<String, String> owners, Map<String, Integer> last) {
        List<String> inputs = step.getInputsToOp();
        if (Tape.isView(step.getOp())) {
            String owner = owners.getOrDefault(inputs.get(0), inputs.get(0));
            owners.put(step.getOutputsOfOp().get(0), owner);
            return; // reads nothing when it runs
        }
        step.getOutputsOfOp().forEach(output -> last.put(output, at));
        if (!Tape.isOfShapes(step.getOp())) {
            inputs.forEach(input -> last.computeIfPresent(owners.getOrDefault(input, input), (name, before) -> at));
        }
    }

    private static Set<String> needed(SameDiff graph, List<String> wanted) {
        Set<String> needed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            String operation = graph.getVariables().get(open.pop()).getOutputOfOp();
            if (operation != null && needed.add(operation)) {
                open.addAll(graph.getOps().get(operation).getInputsToOp());
            }
        }
        return needed;
    }
}
