package io.cradle.training.planning;

import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was seen and done in one world since an episode began. */
final class Seen {
    private final TensorSpec action;
    private final List<List<Tensor>> observed = new ArrayList<>();
    private final List<Tensor> acted = new ArrayList<>();

    /** @param first o_0, each {@code [1, shape]} */
    Seen(TensorSpec action, List<Tensor> first) {
        this.action = action;
        observed.add(first);
    }

    /** Adds a_t, {@code [1, A]}, and o_{t+1}. */
    void add(Tensor acting, List<Tensor> then) {
        acted.add(acting);
        observed.add(then);
    }

    List<Tensor> now() {
        return observed.get(observed.size() - 1);
    }

    /**
     * Dreams go on from it; they are shown no other tensors than they show.
     *
     * @param least observations: where fewer were made, nothing is told to have moved before
     */
    Outlook outlook(List<TensorSpec> shown, int least) {
        Set<String> names = shown.stream().map(TensorSpec::name).collect(Collectors.toSet());
        int before = Math.max(0, least - observed.size());
        List<List<Tensor>> told = filled(before, observed.get(0), observed);
        List<Tensor> all = new ArrayList<>();
        for (int i = 0; i < now().size(); i++) {
            int index = i;
            if (names.contains(now().get(i).spec().name())) {
                all.add(Tensor.concat(told.stream().map(each -> each.get(index)).toList()));
            }
        }
        Tensor still = Tensor.ofFloats(action, new float[action.elements()]);
        List<Tensor> actions = filled(before, still, acted);
        actions.add(still);
        Tensor joined = Tensor.concat(actions);
        return seed -> new Start.Prompt(all, joined, seed);
    }

    private static <T> List<T> filled(int before, T with, List<T> then) {
        List<T> all = new ArrayList<>(Collections.nCopies(before, with));
        all.addAll(then);
        return all;
    }
}
