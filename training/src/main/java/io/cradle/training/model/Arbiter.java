package io.cradle.training.model;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Digests;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Says what a stretch of {@value ArbiterShape#FRAMES} frames looks like in {@value ArbiterShape#FEATURES} numbers that were learnt once from
 * true frames, by an autoencoder that also had to tell which actions had been taken, and never again: distances between features mean the
 * same for every model, as long as the {@link #digest} is the same. Immutable, so any number of threads may use it.
 */
public final class Arbiter implements Serializable {
    private static final int MAGIC = 0x41524231; // ARB1
    private static final int HEADER = 3 * Integer.BYTES;

    private final ArbiterShape shape;
    private final Floats parameters;
    private final float[] weights;

    /**
     * An arbiter.
     *
     * @param parameters {@code [shape.parameters()]}: for each layer weights {@code [in, out]} in column-major order, then biases
     *     {@code [out]}: two of the encoder, then the one that reads off actions
     */
    public Arbiter(ArbiterShape shape, Floats parameters) {
        if (parameters.size() != shape.parameters()) {
            throw new IllegalArgumentException("Invalid arbiter: %d parameters, its shape asks for %d"
                    .formatted(parameters.size(), shape.parameters()));
        }
        this.shape = shape;
        this.parameters = parameters;
        this.weights = parameters.values();
    }

    /** Its sizes. */
    public ArbiterShape shape() {
        return shape;
    }

    /** SHA-256 in hex over sizes and weights. */
    public String digest() {
        return Digests.sha256(bytes());
    }

    /**
     * Features of a stretch, {@code [64]}, each in (−1, 1).
     *
     * @param frames eight, each {@code [F]}
     */
    public double[] features(List<float[]> frames) {
        float[] input = new float[ArbiterShape.FRAMES * shape.pixels()];
        for (int t = 0; t < ArbiterShape.FRAMES; t++) {
            System.arraycopy(frames.get(t), 0, input, t * shape.pixels(), shape.pixels());
        }
        float[] hidden = layer(input, shape.hidden(), 0);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(0, hidden[i]);
        }
        float[] code = layer(hidden, ArbiterShape.FEATURES, (input.length + 1) * shape.hidden());
        double[] features = new double[code.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = StrictMath.tanh(code[i]);
        }
        return features;
    }

    /** The actions that led from frame to frame, as far as it can tell: {@code [7 * A]}. */
    public float[] actions(double[] features) {
        float[] code = new float[features.length];
        for (int i = 0; i < code.length; i++) {
            code[i] = (float) features[i];
        }
        return layer(code, shape.told(), shape.parameters() - (ArbiterShape.FEATURES + 1) * shape.told());
    }

    private float[] layer(float[] x, int out, int from) {
        float[] y = new float[out];
        for (int o = 0; o < out; o++) {
            float sum = weights[from + x.length * out + o];
            int column = from + o * x.length;
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * weights[column + i];
            }
            y[o] = sum;
        }
        return y;
    }

    private byte[] bytes() {
        byte[] values = parameters.bytes();
        return ByteBuffer.allocate(HEADER + values.length)
                .putInt(MAGIC)
                .putInt(shape.pixels())
                .putInt(shape.actions())
                .put(values)
                .array();
    }

    /** Writes it to a file, whole, with its digest in a file beside it. */
    public void save(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes());
            Files.writeString(digestOf(file), digest() + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write arbiter '%s': %s".formatted(file, failed), failed);
        }
    }

    private static Path digestOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws CorruptDataException if it is no arbiter, cut off, or not what its digest says
     */
    public static Arbiter load(Path file) {
        byte[] bytes = read(file);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER || buffer.getInt() != MAGIC) {
            throw new CorruptDataException(
                    file.toString(), "it is no arbiter; name a file that 'cradle arbiter' wrote");
        }
        String told = new String(read(digestOf(file)), StandardCharsets.UTF_8).strip();
        if (!Digests.sha256(bytes).equals(told)) {
            throw new CorruptDataException(
                    file.toString(), "its SHA-256 is not the one in %s; copy it again".formatted(digestOf(file)));
        }
        ArbiterShape shape = new ArbiterShape(buffer.getInt(), buffer.getInt());
        byte[] values = new byte[buffer.remaining()];
        buffer.get(values);
        return new Arbiter(shape, Floats.ofBytes(values));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new CorruptDataException(file.toString(), "it cannot be read (%s)".formatted(failed), failed);
        }
    }
}
