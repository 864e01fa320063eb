package io.cradle.jobs.benchmark;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.Clippings;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.world.WorldDefinition;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Evaluator;
import io.cradle.training.evaluation.OracleConfig;
import io.cradle.training.evaluation.Scores;
import io.cradle.training.evaluation.Subject;
import io.cradle.training.model.Arbiter;
import io.cradle.training.model.ArbiterShape;
import io.cradle.training.model.Floats;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Windowed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long all metrics and intervals take but the oracle, beyond the model's own time, with an arbiter. Arguments: episodes, world, threads. Prints Markdown.
 */
public final class MetricBenchmark {
    private static final EvaluationConfig CONFIG =
            new EvaluationConfig(Split.TEST, 0, 3, 20, 1000, 1, 3, 8, 1, 200, OracleConfig.NONE);

    private static final Subject SUBJECT = new Subject("benchmark", 0, "", "all", Split.TEST, "", Map.of());

    private MetricBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        String name = arguments.length > 1 ? arguments[1] : "Urchin";
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        List<Episode> episodes = episodes(name, count);
        PixelCounts counts = episodes.stream()
                .map(episode -> PixelCounts.of(episode.require(Layout.FRAME)))
                .reduce(PixelCounts.NONE, PixelCounts::merge);
        seconds(episodes.subList(0, count / 10), counts.copyLast(), threads, new AtomicLong()); // for the JIT compiler
        AtomicLong own = new AtomicLong();
        double all = seconds(episodes, counts.copyLast(), threads, own);
        double model = own.get() * 1e-9 / threads;
        System.out.println("| world | episodes | frames | threads | all, s | the model's own, s | metrics, s |");
        System.out.println("|---|---|---|---|---|---|---|");
        System.out.printf(
                "| %s | %,d | %,d | %d | %.1f | %.1f | %.1f |%n",
                name, count, episodes.stream().mapToLong(Episode::steps).sum(), threads, all, model, all - model);
    }

    private static List<Episode> episodes(String name, int count) {
        WorldDefinition world = new WorldFiles(new ConfDirectory(Path.of("conf"))).load(name, WorldDefinition.class);
        RolloutConfig config = new RolloutConfig(name, count, 1, 1, "uniform");
        RolloutPlan plan = RolloutPlan.of(new PhysicsWorld(world, List.of()), Policies.named("uniform"), config);
        List<Episode> episodes = new ArrayList<>();
        Rollout.stream(plan.tasks(0, count).iterator(), new Clippings()).forEachRemaining(episodes::add);
        return episodes;
    }

    private static double seconds(List<Episode> episodes, NextFrameModel model, int threads, AtomicLong own)
            throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        Arbiter arbiter = arbiter(episodes.get(0));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Scores>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                List<Episode> part =
                        episodes.subList(i * episodes.size() / threads, (i + 1) * episodes.size() / threads);
                parts.add(pool.submit(
                        () -> new Evaluator(CONFIG, Windowed.all(List.of(timed(model, own))), Optional.of(arbiter))
                                .score(part)));
            }
            Scores scores = Scores.NONE;
            for (Future<Scores> part : parts) {
                scores = scores.merge(part.get());
            }
            EvaluationReport.of(scores, CONFIG, SUBJECT, Optional.of(arbiter.digest()));
        } finally {
            pool.shutdown();
        }
        return (System.nanoTime() - begin) * 1e-9;
    }

    /** Not trained: that takes no other time. */
    private static Arbiter arbiter(Episode episode) {
        ArbiterShape shape = new ArbiterShape(
                episode.require(Layout.FRAME).spec().elements(),
                episode.require(Layout.ACTION).spec().elements());
        Random random = new Random(1);
        float[] weights = new float[shape.parameters()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (0.05 * random.nextGaussian());
        }
        return new Arbiter(shape, Floats.of(weights));
    }

    private static NextFrameModel timed(NextFrameModel model, AtomicLong own) {
        return new NextFrameModel() {
            @Override
            public String name() {
                return model.name();
            }

            @Override
            public int frames() {
                return model.frames();
            }

            @Override
            public float[][] ink(float[][] past, float[][] action) {
                long begin = System.nanoTime();
                float[][] ink = model.ink(past, action);
                own.addAndGet(System.nanoTime() - begin);
                return ink;
            }
        };
    }
}
