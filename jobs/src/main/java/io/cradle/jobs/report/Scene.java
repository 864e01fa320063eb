package io.cradle.jobs.report;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Tensor;
import io.cradle.training.evaluation.Film;
import java.util.List;

/**
 * Frames that can be drawn: {@code [T, H, W]} colours.
 *
 * @param frames T
 * @param height H, pixels
 * @param width W, pixels
 * @param colors of every pixel
 */
record Scene(int frames, int height, int width, Colors colors) {
    private static final float CUT = 0.5f;

    /** Colour of a pixel, 0xAARRGGBB. */
    interface Colors {
        int at(int t, int y, int x);
    }

    /** Whether frames of this shape can be drawn: {@code [H, W]}, or {@code [3, H, W]} of bytes. */
    static boolean canDraw(Tensor tensor) {
        int axes = tensor.spec().shape().size();
        return coloured(tensor) || (axes == 2 && tensor.spec().encoding() != Encoding.I64);
    }

    private static boolean coloured(Tensor tensor) {
        List<Integer> shape = tensor.spec().shape();
        return shape.size() == 3
                && shape.get(0) == 3
                && tensor.spec().encoding().isUnsigned();
    }

    /**
     * Frames {@code [T, H, W]}: bits and shares of ink are mixed with the screen, bytes are gray; {@code [T, 3, H, W]} are
     * red, green and blue.
     */
    static Scene of(Tensor tensor, int screen) {
        List<Integer> shape = tensor.spec().shape();
        int height = shape.get(shape.size() - 2);
        int width = shape.get(shape.size() - 1);
        float[][] rows = rows(tensor);
        if (tensor.spec().encoding().isUnsigned()) {
            int plane = coloured(tensor) ? height * width : 0;
            return new Scene(tensor.rows(), height, width, (t, y, x) -> colour(rows[t], y * width + x, plane));
        }
        return new Scene(
                tensor.rows(),
                height,
                width,
                (t, y, x) -> Shade.mix(screen, Math.min(1, Math.max(0, rows[t][y * width + x]))));
    }

    /** @param plane elements between the planes of red, green and blue; 0 of gray */
    private static int colour(float[] frame, int pixel, int plane) {
        return 0xff000000 | (int) frame[pixel] << 16 | (int) frame[pixel + plane] << 8 | (int) frame[pixel + 2 * plane];
    }

    /** The true frames of a film. */
    static Scene truth(Film film) {
        return of(film.truth(), Shade.SCREEN);
    }

    /** What the model made of them; the prompt is tinted. */
    static Scene prediction(Film film) {
        Scene given = of(film.ink(), Shade.PROMPT_SCREEN);
        Scene predicted = of(film.ink(), Shade.SCREEN);
        return new Scene(film.frames(), given.height, given.width, (t, y, x) -> (t < film.prompt() ? given : predicted)
                .colors.at(t, y, x));
    }

    /** Where truth and prediction differ. */
    static Scene error(Film film) {
        int width = film.truth().spec().shape().get(1);
        float[][] truth = rows(film.truth());
        float[][] ink = rows(film.ink());
        return new Scene(
                film.frames(),
                film.truth().spec().shape().get(0),
                width,
                (t, y, x) -> verdict(truth[t][y * width + x] > CUT, ink[t][y * width + x] > CUT));
    }

    private static int verdict(boolean there, boolean predicted) {
        if (there) {
            return predicted ? Shade.HIT : Shade.MISSED;
        }
        return predicted ? Shade.INVENTED : Shade.SCREEN;
    }

    private static float[][] rows(Tensor tensor) {
        float[][] rows = new float[tensor.rows()][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = tensor.floats(t);
        }
        return rows;
    }

    /** Every so many-th frame, at most {@code most}. */
    Scene thinned(int every, int most) {
        int kept = Math.min(most, (frames + every - 1) / every);
        return new Scene(kept, height, width, (t, y, x) -> colors.at(t * every, y, x));
    }
}
