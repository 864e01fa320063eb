package io.cradle.rollout.box2d;

import java.util.concurrent.Callable;
import org.jbox2d.common.MathUtils;
import org.jbox2d.common.Transform;

/**
 * The first thing that jbox2d computes of every polygon at an edge, such as a wall: where the one is as the other sees it.
 * Nothing is shared between instances but what is static in jbox2d. Gives the results.
 */
public final class Collisions implements Callable<float[]> {
    private static final int CALLS = 500_000;

    @Override
    public float[] call() {
        float[] results = new float[CALLS];
        Transform wall = new Transform();
        Transform box = new Transform();
        Transform seen = new Transform();
        wall.q.set(0.3f);
        for (int i = 0; i < CALLS; i++) {
            box.p.set(1 + i % 97, MathUtils.abs(i % 31));
            Transform.mulTransToOutUnsafe(wall, box, seen);
            results[i] = seen.p.x + seen.p.y;
        }
        return results;
    }
}
