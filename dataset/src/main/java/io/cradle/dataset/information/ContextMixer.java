package io.cradle.dataset.information;

import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.io.Serializable;
import java.util.List;

/**
 * The context mixer as a model that was fitted once and is then only asked: what {@link FrameCode#MIXED} knows after some episodes. Not
 * to be taught while it is read; any number of threads may read, each by a {@link Reader} of its own.
 */
public final class ContextMixer implements Serializable {
    private final Raster raster;
    private final PixelModel model;
    private final transient FrameCoder coder;

    /**
     * A mixer that knows nothing.
     *
     * @param frames binary {@code [H, W]}
     */
    public ContextMixer(TensorSpec frames) {
        raster = Raster.of(frames);
        model = FrameCode.MIXED.model(raster);
        coder = new FrameCoder(raster, model);
    }

    /**
     * Learns an episode's frames.
     *
     * @param frames {@code [T, H, W]}
     * @return bits that they cost while they were learnt
     */
    public double learn(Tensor frames) {
        if (coder == null) {
            throw new IllegalStateException(
                    "Cannot teach a context mixer that was shipped: its readers share its counts");
        }
        return coder.bits(Frames.of(frames), 0);
    }

    /** Whoever asks it. */
    public Reader reader() {
        return new Reader(raster, model.view());
    }

    /** Decides what a pixel is, once it is known how likely it is ink: whether it was, or is to be. */
    public interface Draw {
        /**
         * The pixel.
         *
         * @param pixel its number, row-major
         * @param p that it is ink, given those before it
         */
        boolean ink(int pixel, float p);
    }

    /** Asks a mixer. Not thread-safe. */
    public static final class Reader {
        private final Raster raster;
        private final PixelModel model;

        private Reader(Raster raster, PixelModel model) {
            this.raster = raster;
            this.model = model;
        }

        /**
         * p(ink) of each pixel of the next frame given those before it, which are as {@code draw} says.
         *
         * @param past the last frames of the episode, oldest first, each {@code [F]} of 0 and 1: all there are, or two
         * @return {@code [F]}, strictly between 0 and 1
         */
        public float[] ink(List<float[]> past, Draw draw) {
            Scene scene = new Scene(raster);
            past.forEach(frame -> draw(frame, scene));
            scene.next();
            float[] ink = new float[raster.height() * raster.width()];
            for (int pixel = 0; pixel < ink.length; pixel++) {
                int at = at(pixel);
                ink[pixel] = (float) model.ink(scene, at);
                scene.set(at, draw.ink(pixel, ink[pixel]));
            }
            return ink;
        }

        private void draw(float[] frame, Scene scene) {
            scene.next();
            for (int pixel = 0; pixel < frame.length; pixel++) {
                scene.set(at(pixel), frame[pixel] > 0.5f);
            }
        }

        private int at(int pixel) {
            return raster.at(pixel / raster.width(), pixel % raster.width());
        }
    }
}
