package io.cradle.dataset.score;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.Set;

/** The numbers of one float tensor, decoded once for all that is measured on them. */
final class Signal {
    /**
     * Not observed: what was done, when, and the truth that is recorded besides. A dead camera does not come to life
     * because somebody pushes the stick, and recording more about an episode must not change what is thought of it.
     */
    private static final Set<String> NOT_OBSERVED =
            Set.of(Layout.ACTION, Layout.TIME, Layout.VALID, Layout.VELOCITY, Layout.CONTACTS, Layout.MASK);

    private final TensorSpec spec;
    private final float[] values; // [T, elements]
    private final int elements;
    private final Measured measured;
    private final boolean[] there; // [T, elements]
    private final double[] greatest; // [T]

    private Signal(Tensor tensor, Measured measured) {
        this.spec = tensor.spec();
        this.values = tensor.floats();
        this.elements = spec.elements();
        this.measured = measured;
        this.there = new boolean[values.length];
        this.greatest = new double[values.length / elements];
        boolean always = measured.always();
        for (int i = 0; i < values.length; i++) {
            there[i] = Float.isFinite(values[i]) && (always || measured.at(i / elements, i % elements));
        }
        double range = spec.high() - spec.low();
        for (int i = elements; range > 0 && i < values.length; i++) {
            double change = Math.abs((double) values[i] - values[i - elements]) / range;
            if (there[i] && there[i - elements] && change > greatest[i / elements]) {
                greatest[i / elements] = change;
            }
        }
    }

    /** All float tensors of an episode. */
    static List<Signal> of(Episode episode) {
        return episode.tensors().stream()
                .filter(tensor -> tensor.spec().encoding() == Encoding.F32)
                .map(tensor -> new Signal(tensor, Measured.of(episode, tensor.spec())))
                .toList();
    }

    /** Whether tensors of this name show something of the world. */
    static boolean observes(String name) {
        return !NOT_OBSERVED.contains(name);
    }

    boolean observed() {
        return observes(spec.name());
    }

    TensorSpec spec() {
        return spec;
    }

    int steps() {
        return greatest.length;
    }

    int channels() {
        return elements;
    }

    float at(int t, int channel) {
        return values[t * elements + channel];
    }

    /** Whether it was measured and is a number. */
    boolean there(int t, int channel) {
        return there[t * elements + channel];
    }

    boolean measured(int t, int channel) {
        return measured.at(t, channel);
    }

    /** Greatest change of a channel since the step before, as a share of the range; 0 where either was not measured. */
    double greatestChange(int t) {
        return greatest[t];
    }
}
