package io.cradle.jobs.report;

import io.cradle.dataset.spec.Tensor;
import io.cradle.training.evaluation.Exploration;
import io.cradle.training.evaluation.Film;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@code explore.js} reads of one episode.
 *
 * @param id of the episode
 * @param label why it is shown
 * @param bits one step ahead, mean
 * @param prompt frames that were given
 * @param height H
 * @param width W
 * @param truth {@code [T, H, W]} in base64, a byte a pixel, 255 is ink
 * @param ink the same of p(ink)
 * @param surprise bits of each frame; null where none is known
 * @param iou of each frame
 * @param actions of each step
 * @param proprio of each step, as it was
 * @param predicted of each step; empty where the model says nothing
 */
record ScrubView(
        String id,
        String label,
        double bits,
        String sign,
        int prompt,
        int height,
        int width,
        String truth,
        String ink,
        List<Double> surprise,
        List<Double> iou,
        Exploration.Track actions,
        Exploration.Track proprio,
        List<List<Float>> predicted) {
    private static final int INK = 255;

    static ScrubView of(Scrub scrub) {
        Exploration exploration = scrub.exploration();
        Film film = exploration.film();
        List<Integer> shape = film.truth().spec().shape();
        return new ScrubView(
                film.episode(),
                scrub.label(),
                film.bitsPerFrame(),
                Bound.sign(film.likelihood()),
                film.prompt(),
                shape.get(0),
                shape.get(1),
                bytes(film.truth()),
                bytes(film.ink()),
                known(exploration.surprise()),
                IntStream.range(0, film.frames()).mapToObj(film::iou).toList(),
                exploration.actions(),
                exploration.proprio(),
                exploration.predicted());
    }

    private static String bytes(Tensor frames) {
        float[] shares = frames.floats();
        byte[] bytes = new byte[shares.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(INK * shares[i]);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** JSON has no NaN: null stands for it. */
    private static List<Double> known(List<Double> values) {
        List<Double> known = new ArrayList<>();
        values.forEach(value -> known.add(value.isNaN() ? null : value));
        return known;
    }
}
