package io.cradle.jobs.benchmark;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.world.Solver;
import io.cradle.rollout.world.WorldDefinition;
import io.cradle.training.simulator.DreamFactory;
import io.cradle.training.simulator.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How fast a world is dreamt, one and many at a time, beside the physics at 180/60 and at fewer iterations, and how like each is to 180/60:
 * the same starts and actions. One thread. Arguments: world, rounds, checkpoint... Prints Markdown.
 */
public final class DreamBenchmark {
    private static final int WORLDS = 64;
    private static final int PROMPT = 3;
    private static final int HORIZON = 20;
    private static final int[] LOOKS = {1, 5, 10, 20};

    private final WorldDefinition world;
    private final List<float[]> actions = new ArrayList<>(); // [step], of all worlds alike
    private final List<List<Tensor>> truth = new ArrayList<>(); // [world][step]
    private final List<Start> prompts = new ArrayList<>();

    private DreamBenchmark(WorldDefinition world) {
        this.world = world;
    }

    /** See the class. */
    public static void main(String[] arguments) {
        WorldFiles files = new WorldFiles(new ConfDirectory(Path.of("conf")));
        DreamBenchmark benchmark = new DreamBenchmark(files.load(arguments[0], WorldDefinition.class));
        benchmark.roll();
        Map<String, EnvironmentFactory> contenders = new LinkedHashMap<>();
        for (Solver solver : List.of(Solver.FULL, Solver.MEDIUM, Solver.LIGHT, Solver.GAME)) {
            contenders.put("jbox2d " + solver, new PhysicsWorld(benchmark.world.solvedBy(solver), List.of()));
        }
        for (int i = 2; i < arguments.length; i++) {
            Path checkpoint = Path.of(arguments[i]);
            contenders.put("dream: " + checkpoint.getFileName(), DreamFactory.of(checkpoint, Sampling.THRESHOLD));
        }
        benchmark.print(contenders, Integer.parseInt(arguments[1]));
    }

    private void print(Map<String, EnvironmentFactory> contenders, int rounds) {
        Map<String, double[]> alone = new LinkedHashMap<>();
        Map<String, double[]> together = new LinkedHashMap<>();
        contenders.keySet().forEach(name -> {
            alone.put(name, new double[rounds]);
            together.put(name, new double[rounds]);
        });
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, EnvironmentFactory> each : contenders.entrySet()) {
                double one = speed(each.getValue(), 1);
                double many = speed(each.getValue(), WORLDS);
                if (round >= 0) {
                    alone.get(each.getKey())[round] = one;
                    together.get(each.getKey())[round] = many;
                }
            }
        }
        System.out.println(
                "| %s | frames/s, one world | over 180/60 | frames/s, %d in step | over 180/60 | IoU@1 | @5 | @10 | @20 |"
                        .formatted(world.name(), WORLDS));
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        String first = contenders.keySet().iterator().next();
        contenders.forEach((name, factory) -> System.out.println("| %s | %,.0f | %.2f | %,.0f | %.2f |%s"
                .formatted(
                        name,
                        Medians.of(alone.get(name)),
                        Medians.ratio(alone.get(name), alone.get(first)),
                        Medians.of(together.get(name)),
                        Medians.ratio(together.get(name), together.get(first)),
                        likeness(factory))));
    }

    /** What truly happens: starts and actions of all. */
    private void roll() {
        SplittableRandom random = new SplittableRandom(Seeds.child(1, 1));
        try (Environment environment = new PhysicsWorld(world, List.of()).open(1)) {
            for (int t = 0; t < PROMPT + HORIZON; t++) {
                float[] action = new float[environment.action().elements()];
                for (int i = 0; i < action.length; i++) {
                    action[i] = (float) random.nextDouble(-1, 1);
                }
                actions.add(action);
            }
            for (int n = 0; n < WORLDS; n++) {
                follow(environment, n);
            }
        }
    }

    private void follow(Environment environment, int n) {
        List<List<Tensor>> seen = new ArrayList<>();
        seen.add(environment.reset(List.of(new Start.Seed(n))));
        for (int t = 0; t < PROMPT + HORIZON - 1; t++) {
            seen.add(environment.step(Tensor.ofFloats(environment.action(), actions.get(t))));
        }
        truth.add(seen.stream().map(DreamBenchmark::frame).toList());
        List<Tensor> told = new ArrayList<>();
        for (int tensor = 0; tensor < environment.observations().size(); tensor++) {
            int which = tensor;
            told.add(Tensor.concat(seen.subList(0, PROMPT).stream()
                    .map(step -> step.get(which))
                    .toList()));
        }
        prompts.add(new Start.Prompt(told, acts(environment.action(), 0, PROMPT), n));
    }

    /** {@code [to - from, A]}. */
    private Tensor acts(TensorSpec spec, int from, int to) {
        return Tensor.concat(actions.subList(from, to).stream()
                .map(action -> Tensor.ofFloats(spec, action))
                .toList());
    }

    /** What is drawn of the worlds, among all that is observed. */
    static Tensor frame(List<Tensor> observed) {
        return observed.stream()
                .filter(tensor -> tensor.spec().name().equals(Layout.FRAME))
                .findFirst()
                .orElseThrow();
    }

    /** Frames a second of so many worlds that go in step, drawing included. */
    private double speed(EnvironmentFactory factory, int worlds) {
        try (Environment environment = factory.open(worlds)) {
            List<Start> starts = new ArrayList<>();
            for (int n = 0; n < worlds; n++) {
                starts.add(factory instanceof PhysicsWorld ? new Start.Seed(n) : prompts.get(n));
            }
            long begin = System.nanoTime();
            int frames = 0;
            while (System.nanoTime() - begin < 5e8) {
                environment.reset(starts);
                for (int t = 0; t < HORIZON; t++) {
                    environment.step(alike(environment.action(), t, worlds));
                    frames += worlds;
                }
            }
            return frames / ((System.nanoTime() - begin) * 1e-9);
        }
    }

    private Tensor alike(TensorSpec spec, int t, int worlds) {
        List<Tensor> all = new ArrayList<>();
        for (int n = 0; n < worlds; n++) {
            all.add(Tensor.ofFloats(spec, actions.get(t)));
        }
        return Tensor.concat(all);
    }

    /** IoU with what truly happened, so many steps after the prompt. */
    private String likeness(EnvironmentFactory factory) {
        double[] sums = new double[HORIZON];
        try (Environment environment = factory.open(1)) {
            for (int n = 0; n < WORLDS; n++) {
                int from = begin(environment, factory instanceof PhysicsWorld, n);
                for (int h = 1; h <= HORIZON; h++) {
                    Tensor seen =
                            frame(environment.step(Tensor.ofFloats(environment.action(), actions.get(from + h - 1))));
                    sums[h - 1] += iou(seen, truth.get(n).get(Math.min(from + h, PROMPT + HORIZON - 1)));
                }
            }
        }
        StringBuilder cells = new StringBuilder();
        for (int look : LOOKS) {
            cells.append(" %.2f |".formatted(sums[look - 1] / WORLDS));
        }
        return cells.toString();
    }

    /** Physics goes the whole way from the seed; a dream is shown the prompt. The step from which it goes on. */
    private int begin(Environment environment, boolean physics, int n) {
        environment.reset(List.of(physics ? new Start.Seed(n) : prompts.get(n)));
        for (int t = 0; physics && t < PROMPT - 1; t++) {
            environment.step(Tensor.ofFloats(environment.action(), actions.get(t)));
        }
        return PROMPT - 1;
    }

    private static double iou(Tensor one, Tensor other) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < one.spec().elements(); i++) {
            both += one.bit(0, i) && other.bit(0, i) ? 1 : 0;
            either += one.bit(0, i) || other.bit(0, i) ? 1 : 0;
        }
        return either == 0 ? 1 : (double) both / either;
    }
}
