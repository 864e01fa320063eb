package io.cradle.rollout;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs tasks. An episode is a pure function of (world identity, policy identity, seed, steps); row t holds (o_t, a_t), and
 * what follows the last action isn't kept.
 */
public final class Rollout {
    /** Name and version of this way of making episodes, part of their identity; a change of any bit raises it. */
    public static final String GENERATOR = "cradle-rollout 1";

    static final int WORLD_SEED = 0;
    private static final int POLICY_SEED = 1;

    private Rollout() {}

    /** The observations of a world, followed by the action. */
    public static Layout layout(EnvironmentFactory world) {
        try (Environment environment = world.open(1)) {
            return layout(environment);
        }
    }

    /**
     * Runs tasks, as many at once as suits their world, and gives the episodes in the order of the tasks.
     *
     * @param tasks of one world and one number of steps
     * @throws IllegalArgumentException if their worlds or steps differ
     */
    public static List<Episode> run(List<RolloutTask> tasks) {
        List<Episode> episodes = new ArrayList<>(tasks.size());
        stream(tasks.iterator(), new Clippings()).forEachRemaining(episodes::add);
        return episodes;
    }

    /**
     * The episodes of tasks, made while they are asked for: no more tasks are held in memory than the world steps at
     * once. Nothing stays open in between, so it may be left half-way.
     *
     * @param tasks of one world and one number of steps
     * @param clippings counts what was cut off actions
     */
    public static Iterator<Episode> stream(Iterator<RolloutTask> tasks, Clippings clippings) {
        return new Batches(tasks, clippings);
    }

    /**
     * Runs all tasks side by side in one environment.
     *
     * @param identity of their world
     * @param digest SHA-256 of it
     */
    static List<Episode> together(List<RolloutTask> tasks, String identity, String digest, Clippings clippings) {
        RolloutTask first = tasks.get(0);
        try (Environment environment = first.world().open(tasks.size())) {
            Layout layout = layout(environment);
            List<List<Tensor>> steps = steps(environment, tasks, clippings);
            return IntStream.range(0, tasks.size())
                    .mapToObj(n -> episode(tasks.get(n), tasks.get(n).id(identity), digest, column(layout, steps, n)))
                    .toList();
        }
    }

    private static Layout layout(Environment environment) {
        return new Layout(Stream.concat(environment.observations().stream(), Stream.of(environment.action()))
                .toList());
    }

    /** For each step the tensors of the layout, {@code [N, shape]}. */
    private static List<List<Tensor>> steps(Environment environment, List<RolloutTask> tasks, Clippings clippings) {
        TensorSpec action = environment.action();
        List<Policy.Actor> actors = tasks.stream()
                .map(task -> task.policy().actor(action, Seeds.child(task.seed(), POLICY_SEED)))
                .toList();
        List<List<Tensor>> steps = new ArrayList<>();
        List<Tensor> observed =
                environment.reset(tasks.stream().map(RolloutTask::start).toList());
        for (int t = 0; t < tasks.get(0).steps(); t++) {
            List<Tensor> shown = observed;
            Tensor acted = clippings.clip(act(actors, tasks, action, shown));
            steps.add(Stream.concat(shown.stream(), Stream.of(acted)).toList());
            observed = environment.step(acted);
        }
        return steps;
    }

    private static Tensor act(
            List<Policy.Actor> actors, List<RolloutTask> tasks, TensorSpec spec, List<Tensor> observed) {
        float[] actions = new float[actors.size() * spec.elements()];
        for (int n = 0; n < actors.size(); n++) {
            float[] action = actors.get(n).act(observed, n);
            requireLength(action, spec, tasks.get(n).policy());
            System.arraycopy(action, 0, actions, n * spec.elements(), spec.elements());
        }
        return Tensor.ofFloats(spec, actions);
    }

    private static void requireLength(float[] action, TensorSpec spec, Policy policy) {
        if (action.length != spec.elements()) {
            throw new IllegalArgumentException("Cannot act by policy '%s': it chose %d numbers, the world takes %d"
                    .formatted(policy.identity(), action.length, spec.elements()));
        }
    }

    /** What happened in world n: each tensor of the layout, {@code [T, shape]}. */
    private static List<Tensor> column(Layout layout, List<List<Tensor>> steps, int n) {
        return IntStream.range(0, layout.tensors().size())
                .mapToObj(tensor -> Tensor.concat(steps.stream()
                        .map(step -> step.get(tensor).slice(n, n + 1))
                        .toList()))
                .toList();
    }

    private static Episode episode(RolloutTask task, String id, String worldDigest, List<Tensor> tensors) {
        Provenance provenance = new Provenance(
                task.source(),
                task.world().world(),
                worldDigest,
                task.policy().identity(),
                task.seed(),
                GENERATOR,
                id,
                Split.of(id),
                Provenance.SplitBy.HASH);
        return new Episode(id, tensors, provenance);
    }
}
