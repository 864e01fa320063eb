package io.cradle.training.dl4j;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.Window;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The same steps of each of some windows, as arrays.
 *
 * @param windows N
 * @param from first step
 * @param count T
 */
record Steps(List<Window> windows, int from, int count) {
    /** {@code [N, T, width]} of a tensor. */
    INDArray of(String tensor, int width) {
        return Vectors.array(floats(tensor, width), windows.size(), count, width);
    }

    /** {@code [N, T, last]} of a tensor's last numbers. */
    INDArray last(String tensor, int width, int last) {
        float[] all = floats(tensor, width);
        float[] values = new float[all.length / width * last];
        for (int row = 0; row < all.length / width; row++) {
            System.arraycopy(all, (row + 1) * width - last, values, row * last, last);
        }
        return Vectors.array(values, windows.size(), count, last);
    }

    /** {@code [N, T, F]} of the frames, whose pixels follow each other in this order. */
    INDArray frames(int[] order) {
        float[] natural = floats(Layout.FRAME, order.length);
        float[] values = new float[natural.length];
        for (int frame = 0; frame < natural.length; frame += order.length) {
            for (int i = 0; i < order.length; i++) {
                values[frame + i] = natural[frame + order[i]];
            }
        }
        return Vectors.array(values, windows.size(), count, order.length);
    }

    private float[] floats(String tensor, int width) {
        float[] values = new float[windows.size() * count * width];
        for (int n = 0; n < windows.size(); n++) {
            Tensor rows = windows.get(n).require(tensor);
            rows.copyFloats(from, from + count, values, n * count * width);
        }
        return values;
    }
}
