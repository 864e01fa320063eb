package io.cradle.rollout.box2d;

import io.cradle.dataset.spec.Seeds;
import io.cradle.rollout.world.Draws;
import io.cradle.rollout.world.StartPose;
import io.cradle.rollout.world.WorldDefinition;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.jbox2d.dynamics.World;
import org.jbox2d.dynamics.joints.RevoluteJoint;

/** What a user would write who had jbox2d alone: the yardstick. It makes the rollouts that Cradle makes of the same seeds. */
public final class PlainLoop {
    private static final Engine ENGINE = new Engine();

    /** Whether frames are drawn. */
    public enum Frames {
        /** After each step. */
        DRAWN,
        /** Never. */
        NONE
    }

    private PlainLoop() {}

    /** Runs one rollout; a number that depends on what was drawn, so that the drawing is not optimised away. */
    public static long run(WorldDefinition world, long seed, int steps, Frames frames) {
        return run(world, seed, steps, frames, () -> 0)[0];
    }

    /** What is allocated by the steps of one rollout without frames, as the counter has it: the engine's own. */
    public static long allocated(WorldDefinition world, long seed, int steps, LongSupplier counter) {
        return run(world, seed, steps, Frames.NONE, counter)[1];
    }

    private static long[] run(WorldDefinition world, long seed, int steps, Frames frames, LongSupplier counter) {
        WorldDefinition drawn = world.drawn(Seeds.child(seed, 0));
        StartPose pose = StartPose.draw(drawn, Seeds.child(seed, 0), new Room(ENGINE, drawn));
        Scene scene = SceneBuilder.build(ENGINE, drawn, pose);
        World engine = scene.body(0).getWorld();
        List<Drive> drives = Drive.of(drawn);
        RevoluteJoint[] joints = joints(scene);
        Painter painter = new Painter(drawn);
        byte[] frame = new byte[(drawn.lcd().height() * drawn.lcd().width() + 7) / 8];
        Draws draws = new Draws(Seeds.child(seed, 1));
        long ink = 0;
        long before = counter.getAsLong();
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < joints.length; i++) {
                joints[i].setMotorSpeed((float) (drives.get(i).speed() * draws.uniform(-1, 1)));
            }
            for (int i = 0; i < drawn.clock().substeps(); i++) {
                engine.step(
                        (float) drawn.clock().substep(),
                        drawn.clock().velocityIterations(),
                        drawn.clock().positionIterations());
            }
            if (frames == Frames.DRAWN) {
                Arrays.fill(frame, (byte) 0);
                painter.paint(scene, frame, 0);
                ink += frame[frame.length / 2];
            }
        }
        return new long[] {ink, counter.getAsLong() - before};
    }

    private static RevoluteJoint[] joints(Scene scene) {
        try {
            Field joints = Scene.class.getDeclaredField("joints");
            joints.setAccessible(true);
            return (RevoluteJoint[]) joints.get(scene);
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(moved);
        }
    }
}
