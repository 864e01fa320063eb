package io.cradle.training.model;

import io.cradle.dataset.spec.Tensor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * An origin and a unit for each of some numbers. Units are powers of two, and origins multiples of a quarter of them: so that what was once
 * told in them comes back to the same bits however often it goes to and fro, and a dream goes on from a snapshot bit for bit.
 *
 * @param origin near the mean of each number; empty where numbers stay as they are
 * @param unit near the standard deviation of each, above 0
 */
public record Axes(List<Float> origin, List<Float> unit) implements Serializable {
    /** Numbers stay as they are. */
    public static final Axes NONE = new Axes(List.of(), List.of());

    private static final double GRID = 0.25;

    public Axes {
        origin = List.copyOf(origin);
        unit = List.copyOf(unit);
        if (origin.size() != unit.size() || unit.stream().anyMatch(each -> !(each > 0))) {
            throw new IllegalArgumentException(
                    "Invalid axes with origins %s and units %s: give as many, units above 0".formatted(origin, unit));
        }
    }

    /** Those of what is in some tensors, which have the same channels. A number that never changes keeps its unit. */
    static Axes of(List<Tensor> tensors) {
        int numbers = tensors.get(0).spec().elements();
        double[] sum = new double[numbers];
        double[] squares = new double[numbers];
        long rows = 0;
        for (Tensor tensor : tensors) {
            for (int row = 0; row < tensor.rows(); row++, rows++) {
                float[] values = tensor.floats(row);
                for (int i = 0; i < numbers; i++) {
                    sum[i] += values[i];
                    squares[i] += (double) values[i] * values[i];
                }
            }
        }
        List<Float> origins = new ArrayList<>();
        List<Float> units = new ArrayList<>();
        for (int i = 0; i < numbers; i++) {
            double mean = sum[i] / rows;
            double unit = power(Math.sqrt(Math.max(0, squares[i] / rows - mean * mean)));
            origins.add((float) (Math.rint(mean / unit / GRID) * GRID * unit));
            units.add((float) unit);
        }
        return new Axes(origins, units);
    }

    /** The power of two that is nearest on a scale of logarithms; 1 for what is no number above 1e-6. */
    private static double power(double deviation) {
        return deviation > 1e-6 ? Math.scalb(1.0, (int) Math.rint(Math.log(deviation) / Math.log(2))) : 1;
    }

    boolean isNone() {
        return unit.isEmpty();
    }

    /** Stored numbers in these units. */
    float[] in(float[] values) {
        if (isNone() || values.length == 0) {
            return values;
        }
        float[] in = new float[values.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = (float) ((values[i] - (double) origin.get(i)) / unit.get(i));
        }
        return in;
    }

    /** Numbers in these units as they are stored. */
    float[] out(float[] values) {
        if (isNone() || values.length == 0) {
            return values;
        }
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (values[i] * (double) unit.get(i) + origin.get(i));
        }
        return out;
    }

    /** Deviations in these units as they are stored. */
    float[] widths(float[] deviations) {
        float[] out = deviations.clone();
        for (int i = 0; i < unit.size() && i < out.length; i++) {
            out[i] *= unit.get(i);
        }
        return out;
    }

    /** Bits that a density gains from being told of stored numbers and not of these. */
    double bits() {
        return unit.stream().mapToDouble(each -> Math.log(each) / Math.log(2)).sum();
    }

    /** Each row of stored numbers in these units. */
    Tensor in(Tensor tensor) {
        if (isNone()) {
            return tensor;
        }
        int numbers = tensor.spec().elements();
        float[] values = new float[tensor.rows() * numbers];
        for (int row = 0; row < tensor.rows(); row++) {
            System.arraycopy(in(tensor.floats(row)), 0, values, row * numbers, numbers);
        }
        return Tensor.ofFloats(tensor.spec(), values);
    }
}
