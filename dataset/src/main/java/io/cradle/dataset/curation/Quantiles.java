package io.cradle.dataset.curation;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * A distribution in some kilobytes, whose quantiles are within a thousandth of the true value. A monoid: counts of
 * fixed bins, so that any order and any partition of the data give the same quantiles to the last bit, which other
 * sketches don't (DDSketch; Masson, Rim, Lee, "DDSketch: a fast and fully-mergeable quantile sketch", 2019).
 */
public final class Quantiles implements Serializable {
    /** Greatest error of a quantile, as a share of its value. */
    public static final double ERROR = 0.001;

    private transient DDSketch sketch;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    private Quantiles(DDSketch sketch) {
        this.sketch = sketch;
    }

    /** Of no value. */
    public static Quantiles none() {
        return new Quantiles(DDSketches.unboundedDense(ERROR));
    }

    /** Takes one more value into this distribution. */
    Quantiles add(double value) {
        sketch.accept(value);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        return this;
    }

    /** Takes all values of another one into this distribution. */
    Quantiles add(Quantiles that) {
        sketch.mergeWith(that.sketch);
        least = Math.min(least, that.least);
        greatest = Math.max(greatest, that.greatest);
        return this;
    }

    /** How many values. */
    public long count() {
        return Math.round(sketch.getCount());
    }

    /** The least value, exactly; infinite where there is none. */
    public double least() {
        return least;
    }

    /** The greatest value, exactly; minus infinity where there is none. */
    public double greatest() {
        return greatest;
    }

    /**
     * The value below which a share of all values lies.
     *
     * @param rank from 0 to 1
     * @throws IllegalStateException if there is no value
     */
    public double at(double rank) {
        if (sketch.isEmpty()) {
            throw new IllegalStateException("Cannot tell a quantile: there is no value");
        }
        return sketch.getValueAtQuantile(rank);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        GrowingByteArrayOutput bytes = GrowingByteArrayOutput.withDefaultInitialCapacity();
        sketch.encode(bytes, false);
        out.writeObject(bytes.trimmedCopy());
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        byte[] bytes = (byte[]) in.readObject();
        sketch = DDSketch.decode(ByteArrayInput.wrap(bytes), UnboundedSizeDenseStore::new);
    }
}
