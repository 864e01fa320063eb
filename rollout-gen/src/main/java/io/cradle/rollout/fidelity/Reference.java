package io.cradle.rollout.fidelity;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Ordered;
import io.cradle.dataset.spec.Start;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * R rollouts of T steps that boxLCD made in a world of B bodies with A motors: where they began (at rest), what was done,
 * the state and the frame {@code [H, W]} after each step.
 */
public final class Reference {
    private static final int NUMBERS_OF_A_STATE = 6;

    private final String path;
    private final List<String> bodies;
    private final Map<String, Numbers> arrays;
    private final int steps;

    /**
     * Rollouts as numbers.
     *
     * @param path where they were read, for messages
     * @param bodies names in order of creation
     * @param arrays by name: {@code is_circle [R, B]}, {@code initial_pose [R, B, 3]} (x m, y m, angle rad),
     *     {@code action [R, T, A]}, {@code state [R, T, B, 6]} (x, y, angle, vx m/s, vy m/s, spin rad/s),
     *     {@code touching_contacts [R, T]}, {@code lcd [R, T, H, W]} (1 is background)
     * @throws CorruptDataException if one is missing, of another shape, or not finite
     */
    public Reference(String path, List<String> bodies, Map<String, Numbers> arrays) {
        this.path = path;
        this.bodies = List.copyOf(bodies);
        this.arrays = Ordered.copyOf(arrays);
        List<Integer> state = shape("state");
        if (state.size() != 4 || state.get(0) < 1 || state.get(1) < 1) {
            throw new CorruptDataException(
                    path, "its array 'state' has shape %s; [R, T, B, 6] is needed".formatted(state));
        }
        int rollouts = state.get(0);
        this.steps = state.get(1);
        require("state", rollouts, steps, bodies.size(), NUMBERS_OF_A_STATE);
        require("is_circle", rollouts, bodies.size());
        require("initial_pose", rollouts, bodies.size(), 3);
        require("action", rollouts, steps, -1);
        require("touching_contacts", rollouts, steps);
        require("lcd", rollouts, steps, -1, -1);
    }

    private void require(String name, int... sizes) {
        List<Integer> shape = shape(name);
        boolean fits = shape.size() == sizes.length
                && IntStream.range(0, sizes.length).allMatch(i -> sizes[i] < 0 || sizes[i] == shape.get(i));
        if (!fits) {
            throw new CorruptDataException(
                    path,
                    "its array '%s' has shape %s; with 'state' %s and %d bodies that doesn't go together"
                            .formatted(name, shape, shape("state"), bodies.size()));
        }
        if (!array(name).finite()) {
            throw new CorruptDataException(
                    path, "its array '%s' has numbers that are not finite; record it again".formatted(name));
        }
    }

    private List<Integer> shape(String name) {
        return array(name).shape();
    }

    private Numbers array(String name) {
        Numbers array = arrays.get(name);
        if (array == null) {
            throw new CorruptDataException(
                    path,
                    "it has no array '%s'; it has %s"
                            .formatted(name, arrays.keySet().stream().sorted().toList()));
        }
        return array;
    }

    /** Where it was read. */
    String path() {
        return path;
    }

    /** Names in order of creation. */
    List<String> bodies() {
        return bodies;
    }

    /** R. */
    int rollouts() {
        return shape("state").get(0);
    }

    /** T. */
    int steps() {
        return steps;
    }

    /** A. */
    int motors() {
        return shape("action").get(2);
    }

    /** H and W. */
    List<Integer> frame() {
        return shape("lcd").subList(2, 4);
    }

    boolean circle(int rollout, int body) {
        return array("is_circle").at(rollout * bodies.size() + body) != 0;
    }

    /** Where a rollout began. */
    Start start(int rollout) {
        return pose("initial_pose", rollout, 3);
    }

    /** At rest where a rollout was after a step. */
    Start pose(int rollout, int step) {
        return pose("state", rollout * steps + step, NUMBERS_OF_A_STATE);
    }

    private Start pose(String name, int index, int numbers) {
        int first = index * bodies.size() * numbers;
        return new Start.Pose(
                IntStream.range(0, 3 * bodies.size())
                        .mapToObj(i -> (double) array(name).at(first + i / 3 * numbers + i % 3))
                        .toList(),
                0);
    }

    float action(int rollout, int step, int motor) {
        return array("action").at((rollout * steps + step) * motors() + motor);
    }

    /** Number {@code number} of x, y, angle, vx, vy, spin of a body after a step. */
    double state(int rollout, int step, int body, int number) {
        return array("state").at(((rollout * steps + step) * bodies.size() + body) * NUMBERS_OF_A_STATE + number);
    }

    int contacts(int rollout, int step) {
        return (int) array("touching_contacts").at(rollout * steps + step);
    }

    boolean ink(int rollout, int step, int pixel) {
        int pixels = frame().get(0) * frame().get(1);
        return array("lcd").at((rollout * steps + step) * pixels + pixel) == 0;
    }
}
