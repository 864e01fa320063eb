package io.cradle.jobs.report;

import io.cradle.training.evaluation.Film;
import java.util.List;
import java.util.stream.IntStream;

/** A {@link Reel} as the template shows it: animated, and as strips. */
record FilmView(
        String label,
        String bits,
        String episode,
        String animation,
        String still,
        int width,
        int height,
        String truth,
        String prediction,
        String error,
        int pitch,
        int gap,
        int stripWidth,
        int stripHeight,
        List<Tick> ticks) {
    /** What stands above and below one frame of a strip. */
    record Tick(String label, boolean given, String iou) {}

    static FilmView of(Reel reel) {
        Film film = reel.film();
        Scene truth = Scene.truth(film);
        StripSize size = StripSize.of(truth);
        GifPicture animation = GifPicture.of(List.of(film));
        return new FilmView(
                capital(reel.label()),
                Bound.sign(film.likelihood()) + Numbers.decimal(film.bitsPerFrame()),
                film.episode(),
                animation.dataUri(),
                Picture.png(animation.still()),
                animation.width(),
                animation.height(),
                Picture.png(Picture.strip(truth)),
                Picture.png(Picture.strip(Scene.prediction(film))),
                Picture.png(Picture.strip(Scene.error(film))),
                size.pitch(),
                size.gap(),
                size.width(),
                size.height(),
                IntStream.range(0, film.frames()).mapToObj(t -> tick(film, t)).toList());
    }

    private static Tick tick(Film film, int t) {
        boolean given = t < film.prompt();
        return new Tick(Numbers.count(t - film.prompt() + 1), given, given ? "" : Numbers.decimal(film.iou(t), 2));
    }

    private static String capital(String label) {
        return label.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + label.substring(1);
    }
}
