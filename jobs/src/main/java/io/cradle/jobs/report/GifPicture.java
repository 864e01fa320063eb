package io.cradle.jobs.report;

import io.cradle.dataset.spec.Tensor;
import io.cradle.training.evaluation.Film;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An animated picture. Films are drawn one under the other, truth on the left and prediction on the right; a bar below
 * runs with time, amber while the model is given true frames and blue while it predicts.
 */
public final class GifPicture {
    private static final int PANEL = 176; // pixels that a frame is drawn wide, or high if that is more, about
    private static final int MOST_FRAMES = 300;
    private static final double USUAL_RATE = 10; // Hz, where steps are uneven
    private static final double LAST_SECONDS = 1.2;

    private final List<BufferedImage> frames;
    private final double rate;

    private GifPicture(List<BufferedImage> frames, double rate) {
        this.frames = frames;
        this.rate = rate > 0 ? rate : USUAL_RATE;
    }

    /** Films of one size and length, at least one. */
    public static GifPicture of(List<Film> films) {
        if (films.stream()
                        .map(film -> film.truth().spec().shape() + "x" + film.frames())
                        .distinct()
                        .count()
                != 1) {
            throw new IllegalArgumentException(
                    "Cannot draw %d films in one picture: they must be of one size and length".formatted(films.size()));
        }
        List<Duo> duos = films.stream().map(Duo::of).toList();
        Film first = films.get(0);
        return new GifPicture(
                IntStream.range(0, first.frames())
                        .mapToObj(t -> Duo.draw(duos, t))
                        .toList(),
                first.truth().spec().rate());
    }

    /** The first 300 frames of an episode, {@code [T, H, W]}. */
    public static GifPicture of(Tensor tensor) {
        Scene scene = Scene.of(tensor, Shade.SCREEN).thinned(1, MOST_FRAMES);
        return new GifPicture(
                IntStream.range(0, scene.frames())
                        .mapToObj(t -> single(scene, t))
                        .toList(),
                tensor.spec().rate());
    }

    private static BufferedImage single(Scene scene, int t) {
        int scale = scale(scene);
        BufferedImage image =
                new BufferedImage(scene.width() * scale, scene.height() * scale, BufferedImage.TYPE_INT_ARGB);
        Picture.draw(scene, t, image, 0, 0, scale);
        return image;
    }

    /** How many pixels of the picture a pixel of a frame is wide, at least 1. */
    static int scale(Scene scene) {
        return Math.max(1, PANEL / Math.max(scene.width(), scene.height()));
    }

    /** Pixels. */
    int width() {
        return frames.get(0).getWidth();
    }

    /** Pixels. */
    int height() {
        return frames.get(0).getHeight();
    }

    /** Its last frame, for those who want no motion. */
    BufferedImage still() {
        return frames.get(frames.size() - 1);
    }

    /** The file's content. */
    public byte[] bytes() {
        return Gif.write(frames, 1 / rate, LAST_SECONDS);
    }

    /** The file's content as a {@code data:} URI. */
    public String dataUri() {
        return Picture.uri("image/gif", bytes());
    }

    /** Writes the file; one that is there is replaced. */
    public void save(Path file) throws IOException {
        Files.write(file, bytes());
    }
}
