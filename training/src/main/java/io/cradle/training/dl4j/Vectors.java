package io.cradle.training.dl4j;

import io.cradle.training.model.Floats;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Plain floats from flat native vectors and back, without a copy in between. */
final class Vectors {
    private Vectors() {}

    /** @param vector of any shape whose numbers lie one after the other; null is none */
    static Floats floats(INDArray vector) {
        if (vector == null) {
            return Floats.owning(new float[0]);
        }
        float[] values = new float[Math.toIntExact(vector.length())];
        Nd4j.getExecutioner().commit();
        if (vector.dataType() == DataType.FLOAT) {
            buffer(vector).get(values);
        } else {
            System.arraycopy(vector.dup('c').data().asFloat(), 0, values, 0, values.length);
        }
        return Floats.owning(values);
    }

    /** Writes all values over those of a vector of as many. */
    static void set(INDArray vector, Floats values) {
        if (values.size() == 0) {
            return;
        }
        if (vector.length() != values.size()) {
            throw new IllegalArgumentException(
                    "Cannot set %d numbers to %d: they are another model's".formatted(vector.length(), values.size()));
        }
        try (INDArray copy = Nd4j.createUninitialized(DataType.FLOAT, vector.shape(), vector.ordering())) {
            values.copyTo(buffer(copy));
            vector.assign(copy);
        }
    }

    private static FloatBuffer buffer(INDArray vector) {
        FloatBuffer all = vector.data().asNioFloat();
        return all;
    }
}
