package io.cradle.training.dl4j;

import io.cradle.training.model.Floats;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Plain floats from flat native vectors and back. A vector is the whole of its buffer. */
final class Vectors {
    private Vectors() {}

    /** What these hold, one after the other. */
    static Floats floats(INDArray... vectors) {
        Nd4j.getExecutioner().commit();
        float[] values = new float[length(vectors)];
        int at = 0;
        for (INDArray vector : vectors) {
            int length = Math.toIntExact(vector.length());
            if (vector.dataType() == DataType.FLOAT) {
                buffer(vector).get(values, at, length);
            } else {
                System.arraycopy(vector.dup('c').data().asFloat(), 0, values, at, length);
            }
            at += length;
        }
        return Floats.owning(values);
    }

    /** Writes all values over those of these vectors, one after the other. */
    static void set(Floats values, INDArray... vectors) {
        if (length(vectors) != values.size()) {
            throw new IllegalArgumentException(
                    "Cannot set %d numbers of a model to %d: they are another model's, or damaged"
                            .formatted(length(vectors), values.size()));
        }
        int at = 0;
        for (INDArray vector : vectors) {
            int length = Math.toIntExact(vector.length());
            try (INDArray copy = Nd4j.createUninitialized(DataType.FLOAT, vector.shape(), vector.ordering())) {
                values.copyTo(at, length, buffer(copy));
                vector.assign(copy);
            }
            at += length;
        }
    }

    /** As {@code Nd4j.create(values, shape, 'c')}, which takes several times as long. */
    static INDArray array(float[] values, long... shape) {
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
        buffer(array).put(values);
        return array;
    }

    private static int length(INDArray... vectors) {
        return Math.toIntExact(
                Arrays.stream(vectors).mapToLong(INDArray::length).sum());
    }

    private static FloatBuffer buffer(INDArray vector) {
        return vector.data().asNioFloat();
    }
}
