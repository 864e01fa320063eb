package io.cradle.rollout;

import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.world.WorldDefinition;
import io.cradle.rollout.world.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prints how many environment steps a second rollouts make, recording included. Not a test: run it by hand. */
public final class StepsPerSecond {
    private static final int EPISODES = 200;
    private static final int ROUNDS = 5;

    private StepsPerSecond() {}

    /** Takes no argument. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        for (WorldDefinition world : List.of(Worlds.BOUNCE, Worlds.URCHIN)) {
            for (int threads : new int[] {1, 2}) {
                for (int round = 0; round < ROUNDS; round++) {
                    System.out.printf(
                            "%s, %d thread(s), round %d: %,.0f steps/s%n",
                            world.name(), threads, round, measure(world, threads, round));
                }
            }
        }
    }

    private static double measure(WorldDefinition world, int threads, long seed)
            throws InterruptedException, ExecutionException {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            RolloutConfig config = new RolloutConfig(world.name(), EPISODES, seed * threads + thread, 1, "uniform");
            List<RolloutTask> tasks = RolloutPlan.of(new PhysicsWorld(world), Policies.named("uniform"), config)
                    .tasks(0, EPISODES);
            work.add(() -> Rollout.run(tasks).stream()
                    .mapToInt(episode -> episode.steps())
                    .sum());
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long begin = System.nanoTime();
            int steps = 0;
            for (Future<Integer> done : pool.invokeAll(work)) {
                steps += done.get();
            }
            return steps / ((System.nanoTime() - begin) * 1e-9);
        } finally {
            pool.shutdownNow();
        }
    }
}
