package io.cradle.dataset.window;

import io.cradle.dataset.spec.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Windows in proportion to the weights of their episodes. Draws come in passes of as many places as there are windows; in
 * each pass a window has ⌊m⌋ or ⌈m⌉ places, where m is its weight over the mean weight of all windows, and m on average
 * over passes: systematic sampling (Madow, Madow, "On the theory of systematic sampling", 1944). Equal weights give every
 * window one place a pass, in the order of the stretches.
 *
 * <p>Places are in order; take them by a {@link Permutation} or a {@link WindowShuffle}. In memory are the stretches and 20
 * bytes for each, not the windows.
 */
public final class WindowSampler {
    private static final int PHASE_BITS = 20;

    private final WindowSpec spec;
    private final List<Stretch> stretches;
    /** Weight of each stretch, in weights of the heaviest. */
    private final double[] weights;
    /** Weight of all windows before each stretch, and in the end of all; whole numbers where weights are equal. */
    private final double[] before;

    private final long size;

    private WindowSampler(WindowSpec spec, List<Stretch> stretches, double[] weights) {
        this.spec = spec;
        this.stretches = stretches;
        this.weights = weights;
        before = new double[weights.length + 1];
        long windows = 0;
        for (int i = 0; i < weights.length; i++) {
            int count = Windower.count(stretches.get(i), spec);
            windows += count;
            before[i + 1] = before[i] + count * weights[i];
        }
        size = windows;
    }

    /** The windows of some stretches, all equal. */
    public static WindowSampler uniform(List<Stretch> stretches, WindowSpec windows) {
        return weighted(stretches, windows, stretch -> 1);
    }

    /**
     * The windows of some stretches.
     *
     * @param weight of each window of a stretch, finite and at least 0; of weight 0 none is drawn
     */
    public static WindowSampler weighted(
            List<Stretch> stretches, WindowSpec windows, ToDoubleFunction<Stretch> weight) {
        return weighted(stretches, windows, 0, weight);
    }

    /**
     * As {@link #weighted(List, WindowSpec, ToDoubleFunction)}, where a share of all draws are windows that begin where their episode does,
     * besides those that do by chance. Each beginning is a window more, and what is drawn of it lies beside its episode.
     *
     * @param beginnings the share, in [0, 1)
     */
    public static WindowSampler weighted(
            List<Stretch> stretches, WindowSpec windows, double beginnings, ToDoubleFunction<Stretch> weight) {
        if (!(beginnings >= 0 && beginnings < 1)) {
            throw new IllegalArgumentException(
                    "Invalid share=%s of beginnings: must be in [0, 1)".formatted(beginnings));
        }
        Weighted all = new Weighted();
        double mass = 0;
        double begun = 0;
        for (Stretch stretch : stretches) {
            double own = requireWeight(stretch, weight.applyAsDouble(stretch));
            if (own > 0 && Windower.count(stretch, windows) > 0) {
                all.add(stretch, own);
                mass += own * Windower.count(stretch, windows);
                begun += stretch.firstStep() == 0 ? own : 0;
            }
        }
        boolean more = beginnings > 0 && begun > 0;
        return (more ? all.begun(windows, beginnings / (1 - beginnings) * mass / begun) : all).sampler(windows);
    }

    /** Stretches and how much each of their windows weighs. */
    private static final class Weighted {
        private final List<Stretch> stretches = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();

        void add(Stretch stretch, double own) {
            stretches.add(stretch);
            weights.add(own);
        }

        /** With the first window of each episode behind what there is of it, so many times as heavy. */
        Weighted begun(WindowSpec windows, double factor) {
            Weighted begun = new Weighted();
            for (int i = 0; i < stretches.size(); i++) {
                Stretch stretch = stretches.get(i);
                begun.add(stretch, weights.get(i));
                if (stretch.firstStep() == 0) {
                    begun.add(stretch.part(0, windows.steps()), weights.get(i) * factor);
                }
            }
            return begun;
        }

        WindowSampler sampler(WindowSpec windows) {
            double heaviest =
                    weights.stream().mapToDouble(Double::doubleValue).max().orElse(1);
            return new WindowSampler(
                    windows,
                    List.copyOf(stretches),
                    weights.stream().mapToDouble(own -> own / heaviest).toArray());
        }
    }

    private static double requireWeight(Stretch stretch, double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("Invalid weight=%s of episode '%s': must be finite and at least 0"
                    .formatted(weight, stretch.episode()));
        }
        return weight;
    }

    /** Places in a pass: windows that can be drawn. */
    public long size() {
        return size;
    }

    /**
     * The window at a place of a pass.
     *
     * @param phase of the pass, by which passes of unequal weights differ; see {@link #phase}
     * @param place from 0, below {@link #size}
     */
    public WindowAddress at(double phase, long place) {
        Objects.checkIndex(place, size);
        double reached = ((double) place + phase) * (before[weights.length] / (double) size);
        int found = Arrays.binarySearch(before, reached);
        int stretch = Math.min(found < 0 ? -found - 2 : found, weights.length - 1);
        long number = (long) ((reached - before[stretch]) / weights[stretch]);
        int last = Windower.count(stretches.get(stretch), spec) - 1;
        return Windower.at(stretches.get(stretch), spec, (int) Math.min(number, last));
    }

    /** The phase of a pass, in (0, 1): a pure function of seed and pass. */
    public static double phase(long seed, long pass) {
        long drawn = Seeds.child(seed, pass) >>> (Long.SIZE - PHASE_BITS); // few bits, so that place + phase is exact
        return ((double) drawn + 0.5) / (1 << PHASE_BITS);
    }
}
