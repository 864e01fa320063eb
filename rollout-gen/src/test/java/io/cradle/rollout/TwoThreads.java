package io.cradle.rollout;

import io.cradle.rollout.box2d.Collisions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Two threads compute the same collisions at once; prints how many come out otherwise than alone. Argument: {@code shared}
 * for one jbox2d as a user would take it, {@code own} for a copy each, as Cradle has it.
 */
public final class TwoThreads {
    private TwoThreads() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        boolean shared = arguments[0].equals("shared");
        float[] alone = new Collisions().call();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            long differing = 0;
            for (Future<float[]> thread : threads.invokeAll(List.of(collisions(shared), collisions(shared)))) {
                float[] together = thread.get();
                differing += IntStream.range(0, alone.length)
                        .filter(i -> together[i] != alone[i])
                        .count();
            }
            System.out.printf("differing: %d of %d%n", differing, 2 * alone.length);
        } finally {
            threads.shutdownNow();
        }
    }

    @SuppressWarnings("unchecked")
    private static Callable<float[]> collisions(boolean shared) throws ReflectiveOperationException {
        ClassLoader application = TwoThreads.class.getClassLoader();
        ClassLoader engine = shared ? application : new EngineLoader(application);
        return (Callable<float[]>)
                engine.loadClass(Collisions.class.getName()).getConstructor().newInstance();
    }
}
