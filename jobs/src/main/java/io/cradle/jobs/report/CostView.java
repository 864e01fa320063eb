package io.cradle.jobs.report;

import io.cradle.dataset.information.Cost;
import java.util.List;

/**
 * A row of what a tensor costs, with a bar.
 *
 * @param code name of it
 * @param bits a step, as it is shown
 * @param bytes a step, as it is shown
 * @param share of what it is raw, as it is shown
 * @param percent length of the bar
 * @param raw whether this is what the others are shares of
 */
record CostView(String code, String bits, String bytes, String share, String percent, boolean raw) {
    /**
     * Rows of one tensor.
     *
     * @param costs the raw one first
     */
    static List<CostView> of(List<Cost> costs) {
        Cost raw = costs.get(0);
        return costs.stream().map(cost -> of(cost, raw)).toList();
    }

    private static CostView of(Cost cost, Cost raw) {
        double share = cost.bitsPerStep() / raw.bitsPerStep();
        return new CostView(
                cost.code(),
                Numbers.decimal(cost.bitsPerStep()),
                Numbers.decimal(cost.bytesPerStep()),
                Numbers.share(share),
                Double.toString(100 * Math.min(1, share)),
                cost.equals(raw));
    }
}
