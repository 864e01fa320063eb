package io.cradle.training.oracle;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Reads full states from what an environment shows, {@code full_state} and {@code velocity}, and moves them a little. Bodies whose names
 * share what stands before the last {@code :} hang together, and are moved as one.
 */
final class Bodies {
    private static final int NUMBERS = 6;

    private final List<String> names = new ArrayList<>();
    private final int[][] places; // [body] where cos, sin, x and y stand
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
        Set<String> found = new LinkedHashSet<>();
        observations.get(velocity).channels().forEach(channel -> found.add(stem(channel.name())));
        names.addAll(found);
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

    /** {@code [6 * bodies]} of world n: x m, y m, angle rad, vx m/s, vy m/s, spin rad/s for each, as {@code Start.State} takes it. */
    double[] state(List<Tensor> observed, int n) {
        float[] pose = observed.get(state).floats(n);
        float[] motion = observed.get(velocity).floats(n);
        double[] values = new double[NUMBERS * names.size()];
        for (int body = 0; body < names.size(); body++) {
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
     * A state a little elsewhere.
     *
     * @param jitter standard deviations; what doesn't move stays still where {@code moving} is false
     */
    double[] moved(double[] values, Jitter jitter, boolean moving, SplittableRandom random) {
        double[] moved = values.clone();
        Map<String, double[]> shifts = new HashMap<>();
        for (int body = 0; body < names.size(); body++) {
            double[] shift = shifts.computeIfAbsent(group(body), any -> jitter.draw(random));
            boolean alone = isAlone(body);
            for (int i = 0; i < NUMBERS; i++) {
                boolean turns = i % 3 == 2; // to turn the parts of a thing each by itself would tear it apart
                if ((moving || i < 3) && (alone || !turns)) {
                    moved[NUMBERS * body + i] += shift[i];
                }
            }
        }
        return moved;
    }

    private String group(int body) {
        return stem(names.get(body));
    }

    private boolean isAlone(int body) {
        String group = group(body);
        int count = 0;
        for (int other = 0; other < names.size(); other++) {
            count += group(other).equals(group) ? 1 : 0;
        }
        return count == 1;
    }
}
