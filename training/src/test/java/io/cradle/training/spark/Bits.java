package io.cradle.training.spark;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.Windowed;
import java.util.List;

/** Bits a frame of a model on the last frame of each window. */
final class Bits {
    private Bits() {}

    static List<Window> read(BouncingBalls balls, List<WindowAddress> addresses) {
        try (WindowSource.Reader reader = balls.open()) {
            return addresses.stream().map(reader::read).toList();
        }
    }

    static double of(NextFrameModel model, List<Window> windows) {
        int k = model.frames();
        float[][] past = new float[windows.size()][];
        float[][] action = new float[windows.size()][];
        for (int i = 0; i < past.length; i++) {
            past[i] = past(windows.get(i).require(Layout.FRAME), k);
            action[i] = windows.get(i).require(Layout.ACTION).floats(k - 1);
        }
        float[][] ink = model.ink(past, action);
        double bits = 0;
        for (int i = 0; i < past.length; i++) {
            bits += bits(ink[i], windows.get(i).require(Layout.FRAME).floats(k));
        }
        return bits / past.length;
    }

    static double of(Checkpoint checkpoint, List<Window> windows) {
        return of(((Windowed) checkpoint.model()).model(), windows);
    }

    private static float[] past(Tensor frames, int k) {
        float[] past = new float[k * frames.spec().elements()];
        for (int t = 0; t < k; t++) {
            frames.copyFloats(t, past, t * frames.spec().elements());
        }
        return past;
    }

    private static double bits(float[] ink, float[] next) {
        double bits = 0;
        for (int i = 0; i < ink.length; i++) {
            bits -= Math.log(next[i] > 0 ? ink[i] : 1 - ink[i]) / Math.log(2);
        }
        return bits;
    }

    /** The two probabilities of copy-last, fitted and scored on the same windows: as good as it gets. */
    static double copyLast(List<Window> windows, int k) {
        double[][] count = {{.5, .5}, {.5, .5}};
        for (Window window : windows) {
            Tensor frames = window.require(Layout.FRAME);
            for (int i = 0; i < frames.spec().elements(); i++) {
                count[(int) frames.value(k - 1, i)][(int) frames.value(k, i)]++;
            }
        }
        double bits = 0;
        for (double[] row : count) {
            for (double n : row) {
                bits -= n * Math.log(n / (row[0] + row[1])) / Math.log(2);
            }
        }
        return bits / windows.size();
    }
}
