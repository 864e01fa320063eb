package io.cradle.training.oracle;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Reads full states from what an environment shows, {@code full_state} and {@code velocity}, and moves them a little. Bodies whose names
 * share what stands before the last {@code :} hang together, and are moved as one.
 */
final class Bodies {
    private static final int NUMBERS = 6;
    private static final int POSE = 3;
    private static final double SHARE = 0.3; // of the cloud's spread

    private final int[][] places; // [body] where cos, sin, x and y stand
    private final int[] group; // [body] number of the thing that it is part of
    private final boolean[] alone; // [body] whether it is the whole thing
    private final int[] first; // [thing] its first body
    private final int things;
    private final List<Channel> channels;
    private final int state;
    private final int velocity;

    /**
     * For an environment's tensors.
     *
     * @throws IllegalArgumentException if it doesn't show full states
     */
    Bodies(List<TensorSpec> observations) {
        state = index(observations, Layout.STATE);
        velocity = index(observations, Layout.VELOCITY);
        List<String> names = observations.get(velocity).channels().stream()
                .map(channel -> stem(channel.name()))
                .distinct()
                .toList();
        channels = observations.get(state).channels();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < channels.size(); i++) {
            numbers.put(channels.get(i).name(), i);
        }
        places = new int[names.size()][];
        for (int body = 0; body < places.length; body++) {
            String name = names.get(body);
            places[body] = new int[] {
                numbers.get(name + ":cos"),
                numbers.get(name + ":sin"),
                numbers.get(name + ":x:p"),
                numbers.get(name + ":y:p")
            };
        }
        List<String> groups = names.stream().map(Bodies::stem).toList();
        List<String> distinct = groups.stream().distinct().toList();
        things = distinct.size();
        group = groups.stream().mapToInt(distinct::indexOf).toArray();
        first = distinct.stream().mapToInt(groups::indexOf).toArray();
        alone = new boolean[group.length];
        for (int body = 0; body < alone.length; body++) {
            alone[body] = Collections.frequency(groups, groups.get(body)) == 1;
        }
    }

    private static int index(List<TensorSpec> observations, String name) {
        for (int i = 0; i < observations.size(); i++) {
            if (observations.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "Cannot ask this world for an oracle: it doesn't show '%s'; open it with that truth".formatted(name));
    }

    /** What stands before the last colon; all of it where there is none. */
    private static String stem(String name) {
        int colon = name.lastIndexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** Things that hang together, at least 1. */
    int things() {
        return things;
    }

    /** {@code [N, 6 * bodies]}: x m, y m, angle rad, vx m/s, vy m/s, spin rad/s for each body, as {@code Start.State} takes it. */
    double[][] states(List<Tensor> observed) {
        double[][] states = new double[observed.get(state).rows()][];
        Arrays.setAll(states, n -> state(observed, n));
        return states;
    }

    double[] state(List<Tensor> observed, int n) {
        float[] pose = observed.get(state).floats(n);
        float[] motion = observed.get(velocity).floats(n);
        double[] values = new double[NUMBERS * places.length];
        for (int body = 0; body < places.length; body++) {
            int at = NUMBERS * body;
            values[at] = physical(pose, places[body][2]);
            values[at + 1] = physical(pose, places[body][3]);
            values[at + 2] = Math.atan2(physical(pose, places[body][1]), physical(pose, places[body][0]));
            for (int i = 0; i < 3; i++) {
                values[at + 3 + i] = motion[3 * body + i];
            }
        }
        return values;
    }

    private double physical(float[] values, int i) {
        Channel channel = channels.get(i);
        return channel.low() + (values[i] + 1.0) / 2 * (channel.high() - channel.low());
    }

    /**
     * A step of a thing along the difference of two states, which is as long and as wide as states differ: {@code [3]} x, y, angle.
     * One in ten goes from one to the other, so that a box may be turned to its next side.
     */
    double[] step(double[] one, double[] other, int thing, Jitter jitter, SplittableRandom random) {
        int at = NUMBERS * first[thing];
        double scale = random.nextInt(10) == 0 ? 1 : 2.38 / Math.sqrt(2.0 * POSE);
        double[] step = jitter.times(0.1).draw(random);
        step[0] += scale * (other[at] - one[at]);
        step[1] += scale * (other[at + 1] - one[at + 1]);
        step[2] += scale * Math.IEEEremainder(other[at + 2] - one[at + 2], 2 * Math.PI);
        return step;
    }

    /** A start where one thing is a little elsewhere. */
    double[] placed(double[] values, int thing, double[] step) {
        double[] placed = values.clone();
        for (int body = 0; body < places.length; body++) {
            if (group[body] == thing) {
                shift(placed, body, step, POSE);
            }
        }
        return placed;
    }

    /**
     * A state where everything is a little elsewhere, by at most a share of how far the whole cloud spreads: what is known is not forgotten by
     * copying it (Liu and West, "Combined parameter and state estimation in simulation-based filtering", 2001).
     *
     * @param jitter standard deviations at most
     * @param spread {@code [6 * bodies]} of the cloud
     */
    double[] moved(double[] values, Jitter jitter, double[] spread, SplittableRandom random) {
        double[] moved = values.clone();
        double[][] steps = new double[things][];
        Arrays.setAll(steps, thing -> jitter.draw(random, spread, NUMBERS * first[thing], SHARE));
        for (int body = 0; body < places.length; body++) {
            shift(moved, body, steps[group[body]], NUMBERS);
        }
        return moved;
    }

    /** To turn the parts of a thing each by itself would tear it apart. */
    private void shift(double[] moved, int body, double[] step, int numbers) {
        for (int i = 0; i < numbers; i++) {
            if (alone[body] || i % POSE != 2) {
                moved[NUMBERS * body + i] += step[i];
            }
        }
    }
}
