package io.cradle.rollout.fidelity;

import io.cradle.rollout.world.WorldDefinition;
import java.util.List;

/**
 * How far a world agrees with its reference.
 *
 * @param world its name
 * @param steps T of a rollout
 * @param divergence for each rollout the number of steps taken when a body is first more than 1 % off (position by the
 *     world's width, angle by π); T if none ever is
 * @param frames how many frames were drawn from the reference's own states
 * @param differingFrames how many of them have a pixel that differs
 * @param pixelsOn pixels of ink in a frame
 * @param changedPixels pixels that change in a step
 * @param contacts pairs that touch
 * @param energy kinetic, J
 */
public record Agreement(
        String world,
        int steps,
        List<Integer> divergence,
        int frames,
        int differingFrames,
        Means pixelsOn,
        Means changedPixels,
        Means contacts,
        Means energy) {
    public Agreement {
        divergence = List.copyOf(divergence);
    }

    /**
     * Simulates each rollout of a reference from its start by its actions, and draws each of its states.
     *
     * @param world the definition as boxLCD has it
     * @throws IllegalArgumentException if the reference is of another world
     */
    public static Agreement of(WorldDefinition world, Reference reference) {
        return new Comparison(world, reference).run();
    }

    /** Of the steps until 1 %: the middle one, or the mean of the two middle ones. */
    public double median() {
        List<Integer> sorted = divergence.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }
}
