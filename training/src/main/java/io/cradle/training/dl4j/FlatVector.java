package io.cradle.training.dl4j;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Arrays that lie one behind the other in one vector, so that an optimiser sees them as one.
 *
 * @param vector {@code [elements]}
 * @param parts views of it by name, in the order in which they lie
 */
record FlatVector(INDArray vector, Map<String, INDArray> parts) {
    /** As many numbers as these have, in the same shapes; all 0. */
    static FlatVector like(Map<String, INDArray> arrays) {
        long elements = arrays.values().stream().mapToLong(INDArray::length).sum();
        INDArray type = arrays.values().iterator().next();
        INDArray vector = Nd4j.create(type.dataType(), new long[] {elements}, 'c');
        Map<String, INDArray> parts = new LinkedHashMap<>();
        long at = 0;
        for (Map.Entry<String, INDArray> each : arrays.entrySet()) {
            INDArray model = each.getValue();
            INDArray part = vector.get(NDArrayIndex.interval(at, at + model.length()));
            parts.put(each.getKey(), part.reshape('c', model.shape()));
            at += model.length();
        }
        return new FlatVector(vector, parts);
    }

    /** A copy of these. */
    static FlatVector of(Map<String, INDArray> arrays) {
        FlatVector flat = like(arrays);
        arrays.forEach((name, array) -> flat.parts.get(name).assign(array));
        return flat;
    }
}
