package io.cradle.training.evaluation;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns numbers of proprio into metres and radians. An angle is a channel in radians, or two whose names differ in {@code :cos} and
 * {@code :sin} alone.
 */
final class Proprio {
    private static final String COS = ":cos";
    private static final String SIN = ":sin";

    private final List<Channel> channels;
    private final boolean scaled;
    private final Map<Integer, Integer> sines = new HashMap<>(); // number of a cosine -> of its sine

    Proprio(TensorSpec spec) {
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

    private double angle(float[] values, int cosine) {
        return Math.atan2(physical(values, sines.get(cosine)), physical(values, cosine));
    }

    private double physical(float[] values, int i) {
        Channel channel = channels.get(i);
        return scaled ? channel.low() + (values[i] + 1) / 2 * (channel.high() - channel.low()) : values[i];
    }
}
