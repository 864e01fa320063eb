package io.cradle.dataset.information;

import java.io.Serializable;
import java.util.List;

/**
 * What episodes cost.
 *
 * @param episodes how many were coded, at least 1
 * @param steps of all of them
 * @param levels cells that a float's range was cut into
 * @param costs by tensor in the order of the layout, then by code from plain to knowing
 * @param omissions what does not apply to these episodes
 */
public record InformationReport(int episodes, long steps, int levels, List<Cost> costs, List<Omission> omissions)
        implements Serializable {
    public InformationReport {
        costs = List.copyOf(costs);
        omissions = List.copyOf(omissions);
    }

    /** Costs of one tensor. */
    public List<Cost> of(String tensor) {
        return costs.stream().filter(cost -> cost.tensor().equals(tensor)).toList();
    }

    /** Bits a step of a tensor under a code that was measured. */
    public double bits(String tensor, String code) {
        return of(tensor).stream()
                .filter(cost -> cost.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot find code '%s' of tensor '%s': there are %s".formatted(code, tensor, of(tensor))))
                .bitsPerStep();
    }
}
