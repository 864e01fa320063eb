package io.cradle.jobs.report;

import io.cradle.training.evaluation.Film;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Truth and prediction of one film, side by side, with a bar that runs with time.
 *
 * @param truth left
 * @param prediction right
 * @param prompt frames that the model was given
 */
record Duo(Scene truth, Scene prediction, int prompt) {
    private static final int BETWEEN = 8; // pixels
    private static final int BAR = 5;

    static Duo of(Film film) {
        return new Duo(Scene.truth(film), Scene.prediction(film), film.prompt());
    }

    /** Frame {@code t} of all, one under the other. */
    static BufferedImage draw(List<Duo> duos, int t) {
        Duo first = duos.get(0);
        int pitch = first.height() + BETWEEN;
        BufferedImage image =
                new BufferedImage(first.width(), duos.size() * pitch - BETWEEN, BufferedImage.TYPE_INT_ARGB);
        for (int n = 0; n < duos.size(); n++) {
            duos.get(n).draw(t, image, n * pitch);
        }
        return image;
    }

    private int scale() {
        return GifPicture.scale(truth);
    }

    private int width() {
        return 2 * truth.width() * scale() + BETWEEN;
    }

    private int height() {
        return truth.height() * scale() + BETWEEN / 2 + BAR;
    }

    private void draw(int t, BufferedImage image, int top) {
        Picture.draw(truth, t, image, 0, top, scale());
        Picture.draw(prediction, t, image, truth.width() * scale() + BETWEEN, top, scale());
        for (int x = 0; x < width(); x++) {
            int color = bar(x * truth.frames() / width(), t);
            for (int y = 0; y < BAR; y++) {
                image.setRGB(x, top + height() - BAR + y, color);
            }
        }
    }

    private int bar(int step, int now) {
        if (step > now) {
            return Shade.TRACK;
        }
        return step < prompt ? Shade.PROMPT : Shade.PREDICTION;
    }
}
