package io.cradle.jobs.report;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Frames of a sample episode as the template shows them: animated, and as a strip. */
record SampleView(
        String episode,
        String caption,
        String animation,
        String still,
        int width,
        int height,
        String stripCaption,
        String tickUnit,
        List<Tick> ticks,
        String strip,
        int pitch,
        int gap,
        int stripWidth,
        int stripHeight) {
    private static final int FRAMES = 20;

    /** What stands above a frame. */
    record Tick(String label) {}

    /** The frames of an episode, where it has some that can be drawn. */
    static Optional<SampleView> of(Episode episode) {
        return episode.find(Layout.FRAME).filter(Scene::canDraw).map(frames -> of(episode, frames));
    }

    private static SampleView of(Episode episode, Tensor frames) {
        int every = (frames.rows() + FRAMES - 1) / FRAMES;
        Scene strip = Scene.of(frames, Shade.SCREEN).thinned(every, FRAMES);
        StripSize size = StripSize.of(strip);
        GifPicture animation = GifPicture.of(frames);
        double rate = frames.spec().rate();
        return new SampleView(
                episode.id(),
                "%s \u00b7 %s \u00b7 %s frames"
                        .formatted(
                                episode.provenance().world(),
                                episode.provenance().split(),
                                Numbers.count(frames.rows())),
                animation.dataUri(),
                Picture.png(animation.still()),
                animation.width(),
                animation.height(),
                every == 1 ? "All frames" : "1 frame in %d".formatted(every),
                rate > 0 ? "time (s)" : "step",
                IntStream.range(0, strip.frames())
                        .mapToObj(i -> new Tick(label(i * every, rate)))
                        .toList(),
                Picture.png(Picture.strip(strip)),
                size.pitch(),
                size.gap(),
                size.width(),
                size.height());
    }

    private static String label(int step, double rate) {
        return rate > 0 ? Numbers.decimal(step / rate, 1) : Numbers.count(step);
    }
}
