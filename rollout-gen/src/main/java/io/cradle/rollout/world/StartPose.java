package io.cradle.rollout.world;

import io.cradle.dataset.spec.Start;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where all bodies begin, and how they move.
 *
 * @param pose {@code [3 * bodies]}: x m, y m, angle rad for each body in order of creation
 * @param motion {@code [3 * bodies]}: vx m/s, vy m/s, spin rad/s for each
 * @param shapes one for each body
 */
public record StartPose(List<Double> pose, List<Double> motion, List<Shape> shapes) implements Serializable {
    /** Whether bodies may begin where they were drawn. */
    public interface Placement {
        /** Anywhere will do. */
        Placement ANYWHERE = (drawn, first) -> true;

        /**
         * Whether the bodies from {@code first} on touch nothing that they collide with.
         *
         * @param drawn all bodies so far
         */
        boolean free(StartPose drawn, int first);
    }

    public StartPose {
        pose = List.copyOf(pose);
        motion = List.copyOf(motion);
        shapes = List.copyOf(shapes);
        requireFinite("pose", "x, y and angle", pose, shapes.size());
        requireFinite("motion", "x, y and spin", motion, shapes.size());
    }

    /**
     * Drawn as boxLCD does: for each robot x, y and the two numbers of the angle; then for each object its shape, x, y
     * and the two numbers of the angle. Where the world forbids overlaps, a robot or an object that has no room is drawn
     * again; its shape isn't, which would favour small ones.
     *
     * @param world whose ranges have been drawn
     * @param placement asked only where overlaps are forbidden
     * @throws IllegalArgumentException if no free place is found
     */
    public static StartPose draw(WorldDefinition world, long seed, Placement placement) {
        Placement asked = world.overlaps() == WorldDefinition.Overlaps.FORBIDDEN ? placement : Placement.ANYWHERE;
        return new StartDraw(new Draws(seed), asked).draw(world);
    }

    /** A given pose at rest; the seed only draws the shapes that the world leaves open. */
    public static StartPose at(WorldDefinition world, Start.Pose start) {
        List<Shape> shapes = shapes(world, start.seed());
        return new StartPose(start.pose(), Collections.nCopies(3 * shapes.size(), 0.0), shapes);
    }

    /** A given pose and motion; the seed only draws the shapes that the world leaves open. */
    public static StartPose at(WorldDefinition world, Start.State start) {
        List<Shape> shapes = shapes(world, start.seed());
        if (start.state().size() != 6 * shapes.size()) {
            throw new IllegalArgumentException(
                    "Invalid state of %d numbers: must be x, y, angle, vx, vy and spin for each of %d bodies"
                            .formatted(start.state().size(), shapes.size()));
        }
        return new StartPose(every(start.state(), 0), every(start.state(), 3), shapes);
    }

    /** The three numbers of each six that begin at {@code first}. */
    private static List<Double> every(List<Double> state, int first) {
        return IntStream.range(0, state.size())
                .filter(i -> i % 6 >= first && i % 6 < first + 3)
                .mapToObj(state::get)
                .toList();
    }

    private static List<Shape> shapes(WorldDefinition world, long seed) {
        return draw(world, seed, Placement.ANYWHERE).shapes();
    }

    private static void requireFinite(String what, String numbers, List<Double> values, int bodies) {
        if (values.size() != 3 * bodies || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Invalid %s %s: must be %s, finite, for each of %d bodies"
                    .formatted(what, values, numbers, bodies));
        }
    }
}
