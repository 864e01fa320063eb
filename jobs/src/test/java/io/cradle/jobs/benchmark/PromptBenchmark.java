package io.cradle.jobs.benchmark;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.world.WorldDefinition;
import io.cradle.training.evaluation.Bootstrap;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.metric.FrameError;
import io.cradle.training.metric.Ssim;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What a prompt of few frames leaves open in a world without actions: how like the truth another episode of the true simulator is that begins
 * with the very same frames. Nobody who is given the prompt can draw from a better distribution, so this is what sampled SSIM and PSNR
 * can come to, and what they lack to the perfect score is not a model's fault. Arguments: world, frames of a prompt, true episodes, episodes
 * among which the same beginning is looked for. Prints Markdown.
 */
public final class PromptBenchmark {
    private static final int WORLDS = 64;
    private static final int STEPS = 50;
    private static final Deque<Long> NOBODY = new ArrayDeque<>();

    private final PhysicsWorld world;
    private final int prompt;
    private final int steps;

    private PromptBenchmark(PhysicsWorld world, int prompt) {
        this.world = world;
        this.prompt = prompt;
        this.steps = Math.min(STEPS, world.steps());
    }

    /** See the class. */
    public static void main(String[] arguments) {
        WorldDefinition definition =
                new WorldFiles(new ConfDirectory(Path.of("conf"))).load(arguments[0], WorldDefinition.class);
        if (!definition.robots().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot look for equal beginnings in world '%s': a robot acts in it; name one without"
                            .formatted(arguments[0]));
        }
        PhysicsWorld world = new PhysicsWorld(definition, List.of());
        new PromptBenchmark(world, Integer.parseInt(arguments[1]))
                .print(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    }

    private void print(int count, int among) {
        List<Long> truths = seeds(1, count);
        Map<List<Tensor>, Deque<Long>> wanted = new HashMap<>();
        rolled(truths, prompt).forEach((seed, frames) -> wanted.computeIfAbsent(frames, any -> new ArrayDeque<>())
                .add(seed));
        Map<Long, Long> like = new TreeMap<>(); // a true episode's seed, and that of one that begins alike
        List<Long> others = seeds(2, among);
        for (int from = 0; from < among; from += WORLDS) {
            rolled(others.subList(from, Math.min(among, from + WORLDS)), prompt).forEach((seed, frames) -> {
                Deque<Long> waiting = wanted.getOrDefault(frames, NOBODY);
                if (!waiting.isEmpty()) {
                    like.put(waiting.remove(), seed);
                }
            });
        }
        if (like.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot compare: none of %d episodes begins as one of %d others; look among more, or give a shorter prompt"
                            .formatted(count, among));
        }
        compare(count, among, like);
    }

    private void compare(int count, int among, Map<Long, Long> like) {
        List<Long> truths = List.copyOf(like.keySet());
        Map<Long, List<Tensor>> real = rolled(truths, steps);
        Map<Long, List<Tensor>> drawn = rolled(truths.stream().map(like::get).toList(), steps);
        List<Integer> shape = real.get(truths.get(0)).get(0).spec().shape();
        Ssim ssim = new Ssim(shape.get(0), shape.get(1), Ssim.Window.GAUSSIAN_EVERYWHERE);
        double[] similarity = new double[truths.size()];
        double[] ratio = new double[truths.size()];
        double[] byStep = new double[steps - prompt];
        for (int n = 0; n < similarity.length; n++) {
            for (int t = prompt; t < steps; t++) {
                float[] truth = real.get(truths.get(n)).get(t).floats(0);
                float[] sample = drawn.get(like.get(truths.get(n))).get(t).floats(0);
                double alike = ssim.of(sample, truth);
                similarity[n] += alike / (steps - prompt);
                byStep[t - prompt] += alike / truths.size();
                ratio[n] += FrameError.boxlcdPsnr(sample, truth) / (steps - prompt);
            }
        }
        Bootstrap bootstrap = new Bootstrap(1000, 1);
        System.out.printf(
                "%s: of %,d episodes, %,d have another among %,d that begins with the same %d frames. Over the %d steps that follow: SSIM %s, PSNR %s dB.%n",
                world.world(),
                count,
                truths.size(),
                among,
                prompt,
                steps - prompt,
                interval(bootstrap.mean(similarity), 3),
                interval(bootstrap.mean(ratio), 1));
        IntStream.of(1, 2, 3, 5, 10, 20, steps - prompt)
                .filter(step -> step <= byStep.length)
                .forEach(step -> System.out.printf("%d steps after the prompt: %.3f%n", step, byStep[step - 1]));
    }

    private static String interval(Interval of, int digits) {
        String form = "%." + digits + "f [%." + digits + "f, %." + digits + "f]";
        return form.formatted(of.mean(), of.low(), of.high());
    }

    private static List<Long> seeds(long parent, int count) {
        return LongStream.range(0, count).mapToObj(n -> Seeds.child(parent, n)).toList();
    }

    /** The first so many frames of these episodes, by seed. */
    private Map<Long, List<Tensor>> rolled(List<Long> seeds, int length) {
        Map<Long, List<Tensor>> rolled = new HashMap<>();
        for (int from = 0; from < seeds.size(); from += WORLDS) {
            List<Long> part = seeds.subList(from, Math.min(seeds.size(), from + WORLDS));
            try (Environment environment = world.open(part.size())) {
                add(environment, part, length, rolled);
            }
        }
        return rolled;
    }

    private static void add(Environment environment, List<Long> seeds, int length, Map<Long, List<Tensor>> rolled) {
        List<Tensor> seen =
                environment.reset(seeds.stream().<Start>map(Start.Seed::new).toList());
        IntStream.range(0, seeds.size()).forEach(n -> rolled.put(seeds.get(n), new ArrayList<>()));
        Tensor still = Tensor.ofFloats(
                environment.action(),
                new float[seeds.size() * environment.action().elements()]);
        for (int t = 0; t < length; t++) {
            for (int n = 0; n < seeds.size(); n++) {
                rolled.get(seeds.get(n)).add(DreamBenchmark.frame(seen).slice(n, n + 1));
            }
            seen = t < length - 1 ? environment.step(still) : seen;
        }
    }
}
