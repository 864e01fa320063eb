package io.cradle.training.dl4j;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays for results that are needed for a while. */
final class Scratch {
    private final Map<Size, Deque<INDArray>> free = new HashMap<>();

    private record Size(DataType type, long elements) {
        static Size of(INDArray array) {
            return new Size(array.dataType(), array.length());
        }
    }

    /** An array of this shape with anything in it: the one that was freed last, which is likelier to be in a cache. */
    INDArray take(DataType type, long... shape) {
        long elements = 1;
        for (long each : shape) {
            elements *= each;
        }
        Deque<INDArray> free = this.free.get(new Size(type, elements));
        return free == null || free.isEmpty()
                ? Nd4j.create(type, shape, 'c')
                : free.pop().reshape('c', shape);
    }

    /** Gives back what was taken. */
    void free(INDArray array) {
        free.computeIfAbsent(Size.of(array), size -> new ArrayDeque<>()).push(array);
    }
}
