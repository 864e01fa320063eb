package io.cradle.jobs;

import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Layout;
import io.cradle.jobs.build.BuiltPart;
import io.cradle.jobs.configuration.CradleConfig;
import io.cradle.jobs.configuration.PartConfig;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a pipeline declares, ready to be made.
 *
 * @param parts at least one, in the order in which they are made
 * @param layout of every episode
 */
record Pipeline(List<Part> parts, Layout layout) {
    private static final String TENSORS = "tensors";

    /**
     * A part with all that is needed to make it.
     *
     * @param built what it is to be
     * @param rollout what its commits say of it
     * @param plan its episodes, without end
     */
    record Part(BuiltPart built, RolloutConfig rollout, RolloutPlan plan) {
        private String tensors() {
            return built.generation().get(TENSORS);
        }
    }

    /**
     * Finds worlds and policies.
     *
     * @throws IllegalArgumentException if there is no part, two have other tensors, or two make the same episodes
     */
    static Pipeline of(CradleConfig config, WorldFiles worlds) {
        List<Part> parts = config.pipeline().parts().stream()
                .map(part -> part(part, config, worlds))
                .toList();
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot build: the pipeline has no parts; name at least one in pipeline.parts");
        }
        requireEachItsOwn(parts);
        Part first = parts.get(0);
        parts.forEach(part -> requireSame(first, part));
        return new Pipeline(parts, Rollout.layout(first.plan().world()));
    }

    private static Part part(PartConfig config, CradleConfig all, WorldFiles worlds) {
        RolloutConfig rollout = config.within(all.rollout());
        RolloutPlan plan = Worlds.plan(rollout, worlds, all.dream());
        return new Part(new BuiltPart(config.name(), config.episodes(), generation(plan)), rollout, plan);
    }

    private static SortedMap<String, String> generation(RolloutPlan plan) {
        EnvironmentFactory world = plan.world();
        return new TreeMap<>(Map.of(
                "world",
                world.world(),
                "worldDigest",
                Digests.sha256(world.identity()),
                "steps",
                Integer.toString(world.steps()),
                "policy",
                plan.policy().identity(),
                "seed",
                Long.toString(plan.seed()),
                "source",
                plan.source(),
                "generator",
                Rollout.GENERATOR,
                TENSORS,
                Rollout.layout(world).digest()));
    }

    private static void requireSame(Part first, Part part) {
        if (!part.tensors().equals(first.tensors())) {
            throw new IllegalArgumentException(
                    "Cannot build: part '%s' (world %s) has other tensors than part '%s' (world %s), and a table holds episodes of one layout; give it a pipeline of its own"
                            .formatted(
                                    part.built().name(),
                                    part.plan().world().world(),
                                    first.built().name(),
                                    first.plan().world().world()));
        }
    }

    private static void requireEachItsOwn(List<Part> parts) {
        Map<String, String> names = new HashMap<>();
        for (Part part : parts) {
            String other = names.putIfAbsent(part.built().digest(), part.built().name());
            if (other != null) {
                throw new IllegalArgumentException(
                        "Cannot build: parts '%s' and '%s' would make the same episodes; give one another seed"
                                .formatted(other, part.built().name()));
            }
        }
    }

    /** The parts as the pipeline declares them. */
    List<BuiltPart> declared() {
        return parts.stream().map(Part::built).toList();
    }

    /** Episodes of all parts together. */
    long episodes() {
        return parts.stream().mapToLong(part -> part.built().episodes()).sum();
    }
}
