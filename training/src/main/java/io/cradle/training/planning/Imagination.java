package io.cradle.training.planning;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Predictive;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One environment of B · S worlds in which B plans are tried side by side, each in S of them. What was seen is told to S worlds alone, and
 * all others go on from their snapshots, for a model reads a long prompt slower than what it made of it.
 */
public final class Imagination implements AutoCloseable {
    private final Environment worlds;
    private final Optional<Environment> told;
    private final int candidates;
    private final int samples;

    /**
     * Opens the worlds.
     *
     * @param knowledge what {@link #scene} is given: an outlook at a state, or at what was seen
     * @param candidates B, at least 1
     * @param samples S, at least 1: above 1 only where the world is random
     */
    public Imagination(EnvironmentFactory world, Knowledge knowledge, int candidates, int samples) {
        this.worlds = world.open(Math.multiplyExact(candidates, samples));
        this.told = knowledge == Knowledge.SEEN ? Optional.of(world.open(samples)) : Optional.empty();
        this.candidates = candidates;
        this.samples = samples;
    }

    /** What its worlds show. */
    List<TensorSpec> observations() {
        return worlds.observations();
    }

    /** How many observations it must be told of what was seen. */
    int promptSteps() {
        return worlds instanceof Predictive model ? model.promptSteps() : 1;
    }

    /** What happens to plans from here on. */
    public Scene scene(Outlook outlook, Goal goal) {
        return (plans, seed) -> returns(outlook, goal, plans, seed);
    }

    private double[] returns(Outlook outlook, Goal goal, List<Plan> plans, long seed) {
        if (plans.size() != candidates) {
            throw new IllegalArgumentException(
                    "Cannot try %d plans: there are worlds for %d".formatted(plans.size(), candidates));
        }
        worlds.reset(starts(outlook, seed));
        Tally tally = new Tally(goal, worlds.worlds());
        for (int step = 0; step < plans.get(0).horizon() && !tally.isDone(); step++) {
            tally.add(worlds.step(actions(plans, step)));
        }
        return means(tally);
    }

    private List<Start> starts(Outlook outlook, long seed) {
        List<Start> each = new ArrayList<>();
        for (int sample = 0; sample < samples; sample++) {
            each.add(outlook.start(Seeds.child(seed, sample)));
        }
        List<Start> known = told.map(asked -> continued(asked, each)).orElse(each);
        List<Start> starts = new ArrayList<>();
        for (int candidate = 0; candidate < candidates; candidate++) {
            starts.addAll(known);
        }
        return starts;
    }

    private static List<Start> continued(Environment told, List<Start> prompts) {
        told.reset(prompts);
        return told.snapshot().stream().<Start>map(Start.Restored::new).toList();
    }

    /** {@code [B * S, A]}. */
    private Tensor actions(List<Plan> plans, int step) {
        int width = worlds.action().elements();
        float[] actions = new float[worlds.worlds() * width];
        for (int world = 0; world < worlds.worlds(); world++) {
            plans.get(world / samples).copy(step, actions, world * width);
        }
        return Tensor.ofFloats(worlds.action(), actions);
    }

    private double[] means(Tally tally) {
        double[] means = new double[candidates];
        for (int world = 0; world < worlds.worlds(); world++) {
            means[world / samples] += tally.sum(world) / samples;
        }
        return means;
    }

    @Override
    public void close() {
        worlds.close();
        told.ifPresent(Environment::close);
    }
}
