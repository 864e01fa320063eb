package io.cradle.training.evaluation;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.Floats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns numbers of proprio into metres, radians, and deviations of TRAIN. An angle is a channel in radians, or two whose names differ in {@code :cos} and
 * {@code :sin} alone.
 */
final class Proprio {
    private static final String COS = ":cos";
    private static final String SIN = ":sin";

    private final List<Channel> channels;
    private final boolean scaled;
    private final Floats spread; // [P]
    private final Map<Integer, Integer> sines = new HashMap<>(); // number of a cosine -> of its sine

    /** Of an episode that has any: one without a robot records that there is nothing. */
    static Optional<Proprio> of(Episode episode, Floats spread) {
        return episode.find(Layout.PROPRIO)
                .map(Tensor::spec)
                .filter(spec -> !spec.channels().equals(List.of(Channel.NOTHING)))
                .map(spec -> new Proprio(spec, spread));
    }

    /** Whose numbers have a deviation of 1. */
    Proprio(TensorSpec spec) {
        this(spec, Floats.of(new float[0]));
    }

    /** @param spread deviation of each number over TRAIN, above 0; empty for ones */
    Proprio(TensorSpec spec, Floats spread) {
        this.spread = spread;
        channels = spec.channels();
        scaled = spec.scaling() == Scaling.SIGNED_UNIT;
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < channels.size(); i++) {
            numbers.put(channels.get(i).name(), i);
        }
        numbers.forEach((name, i) -> {
            Integer sine =
                    name.endsWith(COS) ? numbers.get(name.substring(0, name.length() - COS.length()) + SIN) : null;
            if (sine != null) {
                sines.put(i, sine);
            }
        });
    }

    /** Root of the mean square error over positions, in m; NaN where there are none. */
    double metres(float[] predicted, float[] truth) {
        double squares = 0;
        int count = 0;
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).unit().equals("m")) {
                double off = physical(predicted, i) - physical(truth, i);
                squares += off * off;
                count++;
            }
        }
        return Math.sqrt(squares / count);
    }

    /** Root of the mean square error over angles, each the shorter way round, in rad; NaN where there are none. */
    double radians(float[] predicted, float[] truth) {
        double squares = 0;
        int count = 0;
        for (int i = 0; i < channels.size(); i++) {
            boolean turning = sines.containsKey(i);
            if (turning || channels.get(i).unit().equals("rad")) {
                double off =
                        turning ? angle(predicted, i) - angle(truth, i) : physical(predicted, i) - physical(truth, i);
                double shorter = Math.IEEEremainder(off, 2 * Math.PI);
                squares += shorter * shorter;
                count++;
            }
        }
        return Math.sqrt(squares / count);
    }

    /** Root of the mean square error over all numbers, each in its deviation over TRAIN, so that units may differ. */
    double deviations(float[] predicted, float[] truth) {
        double[] squares = new double[channels.size()];
        for (int i = 0; i < squares.length; i++) {
            double off = predicted[i] - (double) truth[i];
            squares[i] = off * off;
        }
        return deviations(squares, 1);
    }

    /** The same of sums of squares over so many steps. */
    double deviations(double[] squares, long steps) {
        double sum = 0;
        for (int i = 0; i < squares.length; i++) {
            double unit = spread.size() == 0 ? 1 : spread.at(i);
            sum += squares[i] / steps / (unit * unit);
        }
        return Math.sqrt(sum / squares.length);
    }

    /** Name and unit of a channel. */
    String title(int i) {
        return "%s, %s".formatted(channels.get(i).name(), channels.get(i).unit());
    }

    /** How much of its unit one stored number of a channel is. */
    double extent(int i) {
        Channel channel = channels.get(i);
        return scaled ? (channel.high() - channel.low()) / 2 : 1;
    }

    private double angle(float[] values, int cosine) {
        return Math.atan2(physical(values, sines.get(cosine)), physical(values, cosine));
    }

    private double physical(float[] values, int i) {
        Channel channel = channels.get(i);
        return scaled ? channel.low() + (values[i] + 1) / 2 * (channel.high() - channel.low()) : values[i];
    }
}
