package io.cradle.training.dl4j;

import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.DenseShape;
import io.cradle.training.model.Floats;
import io.cradle.training.model.NextFrameModel;
import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A trained dense network. Not thread-safe: the network keeps its activations; open one a thread.
 *
 * <p>Rows pass the network {@value #ROWS} at a time, the last ones padded with zeros: matrix products choose their
 * kernel, and so their rounding, by the number of rows. Thus a row's answer depends on that row alone, bit for bit, and
 * not on who else is asked for in the same call.
 */
public final class DenseFrameModel implements NextFrameModel {
    /** Rows that pass the network at once; worlds are stepped fastest in multiples of it. */
    public static final int ROWS = 64;

    private static final float LEAST = 1e-6f;

    private final DenseShape shape;
    private final ComputationGraph network;

    private DenseFrameModel(DenseShape shape, ComputationGraph network) {
        this.shape = shape;
        this.network = network;
    }

    /** The model that a checkpoint holds. */
    public static DenseFrameModel of(Checkpoint checkpoint) {
        return of(checkpoint.shape(), checkpoint.parameters());
    }

    /**
     * A network with these weights.
     *
     * @param parameters {@code [shape.parameters()]} in DL4J's order
     */
    public static DenseFrameModel of(DenseShape shape, Floats parameters) {
        return new DenseFrameModel(shape, DenseNetwork.restore(shape, parameters));
    }

    @Override
    public String name() {
        return "dense";
    }

    @Override
    public int frames() {
        return shape.frames();
    }

    @Override
    public float[][] ink(float[][] past, float[][] action) {
        float[][] ink = new float[past.length][];
        for (int from = 0; from < past.length; from += ROWS) {
            int to = Math.min(from + ROWS, past.length);
            float[][] chunk = chunk(Arrays.copyOfRange(past, from, to), Arrays.copyOfRange(action, from, to));
            System.arraycopy(chunk, 0, ink, from, to - from);
        }
        return ink;
    }

    private float[][] chunk(float[][] past, float[][] action) {
        INDArray output = network.outputSingle(
                padded(past, shape.frames() * shape.pixels()), padded(action, shape.actions())); // [ROWS, F]
        float[] flat = output.dup('c').data().asFloat();
        float[][] ink = new float[past.length][];
        for (int row = 0; row < past.length; row++) {
            ink[row] = Arrays.copyOfRange(flat, row * shape.pixels(), (row + 1) * shape.pixels());
            keepInside(ink[row]);
        }
        return ink;
    }

    private static INDArray padded(float[][] rows, int width) {
        float[] flat = new float[ROWS * width];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != width) {
                throw new IllegalArgumentException("Cannot predict: row %d has %d numbers, the network takes %d"
                        .formatted(row, rows[row].length, width));
            }
            System.arraycopy(rows[row], 0, flat, row * width, width);
        }
        return Nd4j.create(flat, new long[] {ROWS, width}, 'c');
    }

    private static void keepInside(float[] probabilities) {
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Math.min(Math.max(probabilities[i], LEAST), 1 - LEAST);
        }
    }
}
