package io.cradle.training.evaluation;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.metric.Blobs;
import io.cradle.training.metric.FrameError;
import io.cradle.training.metric.Matching;
import io.cradle.training.metric.Ssim;
import io.cradle.training.model.Floats;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Open-loop metrics of one episode at each horizon. Frames too small for a window have no SSIM. */
final class Curves {
    private final int height;
    private final int width;
    private final Optional<Ssim> onInk;
    private final Optional<Ssim> everywhere;
    private final Optional<Proprio> proprio;

    private final boolean framed;

    /** With a deviation of 1 of each number of proprio. */
    Curves(Episode episode) {
        this(episode, Floats.of(new float[0]));
    }

    /** @param spread deviation of each number of proprio over TRAIN; empty for ones */
    Curves(Episode episode, Floats spread) {
        framed = episode.find(Layout.FRAME).isPresent();
        TensorSpec frame = Recording.binary(episode).spec();
        width = frame.shape().get(frame.shape().size() - 1);
        height = frame.elements() / width;
        onInk = Math.min(height, width) > 3
                ? Optional.of(new Ssim(height, width, Ssim.Window.UNIFORM_ON_INK))
                : Optional.empty();
        everywhere = Math.min(height, width) > 5
                ? Optional.of(new Ssim(height, width, Ssim.Window.GAUSSIAN_EVERYWHERE))
                : Optional.empty();
        proprio = Proprio.of(episode, spread);
    }

    /**
     * All of them, a mean over takes.
     *
     * @param takes of the episode
     * @param cut the likeliest path of each
     * @param sampled S paths of each, {@code [S][takes]}
     */
    Map<Metric, List<Double>> of(List<Take> takes, List<OpenLoop.Path> cut, List<List<OpenLoop.Path>> sampled) {
        int horizon = takes.get(0).horizon();
        Map<Metric, List<Double>> curves = new EnumMap<>(Metric.class);
        for (int h = 1; h <= horizon; h++) {
            Map<Metric, double[]> at = new EnumMap<>(Metric.class);
            for (int n = 0; n < takes.size(); n++) {
                int number = n;
                Spot spot = new Spot(takes.get(n), h);
                likeliest(spot, cut.get(n), (metric, value) -> note(at, metric, value));
                List<OpenLoop.Path> paths =
                        sampled.stream().map(all -> all.get(number)).toList();
                if (framed && !paths.isEmpty()) {
                    drawn(spot, paths, (metric, value) -> note(at, metric, value));
                }
            }
            at.forEach((metric, sum) ->
                    curves.computeIfAbsent(metric, any -> new ArrayList<>()).add(sum[0] / sum[1]));
        }
        return curves;
    }

    /** A horizon of a take. */
    private record Spot(Take take, int h) {
        float[] truth() {
            return take.truth(h);
        }
    }

    private interface Noter {
        void note(Metric metric, double value);
    }

    /** Sums up what is a number. */
    private static void note(Map<Metric, double[]> at, Metric metric, double value) {
        double[] sum = at.computeIfAbsent(metric, any -> new double[2]);
        if (!Double.isNaN(value)) {
            sum[0] += value;
            sum[1]++;
        }
    }

    private void likeliest(Spot spot, OpenLoop.Path path, Noter noter) {
        if (framed) {
            seen(spot, path, noter);
        }
        float[] told = path.proprio(spot.h());
        float[] real = spot.take().observation(spot.h()).proprio();
        if (proprio.isPresent() && told.length == real.length) {
            noter.note(Metric.PROPRIO_METRES, proprio.get().metres(told, real));
            noter.note(Metric.PROPRIO_RADIANS, proprio.get().radians(told, real));
            noter.note(Metric.PROPRIO, proprio.get().deviations(told, real));
        }
    }

    private void seen(Spot spot, OpenLoop.Path path, Noter noter) {
        float[] truth = spot.truth();
        float[] frame = path.frame(spot.h());
        noter.note(Metric.HAMMING, FrameError.hamming(frame, truth));
        onInk.ifPresent(ssim -> noter.note(Metric.SSIM, ssim.of(frame, truth)));
        Matching matching = Matching.of(Blobs.of(frame, height, width), Blobs.of(truth, height, width));
        noter.note(Metric.CENTROID, matching.centroidError());
        noter.note(Metric.COUNT, matching.countError());
    }

    private void drawn(Spot spot, List<OpenLoop.Path> paths, Noter noter) {
        float[] truth = spot.truth();
        List<float[]> frames = paths.stream().map(path -> path.frame(spot.h())).toList();
        double[] iou = frames.stream()
                .mapToDouble(frame -> Overlap.of(frame, truth).iou())
                .toArray();
        noter.note(Metric.SAMPLED_IOU, Arrays.stream(iou).average().orElseThrow());
        noter.note(Metric.BEST_IOU, Arrays.stream(iou).max().orElseThrow());
        noter.note(Metric.EXPECTED_IOU, FrameError.expectedIou(mean(frames), truth));
        everywhere.ifPresent(ssim -> noter.note(Metric.BOXLCD_SSIM, mean(frames, frame -> ssim.of(frame, truth))));
        noter.note(Metric.BOXLCD_PSNR, mean(frames, frame -> FrameError.boxlcdPsnr(frame, truth)));
        noter.note(
                Metric.BITS,
                bits(paths.stream().mapToDouble(path -> path.bits(spot.h())).toArray()));
    }

    private static double mean(List<float[]> frames, ToDoubleFunction<float[]> metric) {
        return frames.stream().mapToDouble(metric).average().orElseThrow();
    }

    private static float[] mean(List<float[]> frames) {
        float[] mean = new float[frames.get(0).length];
        for (float[] frame : frames) {
            for (int pixel = 0; pixel < mean.length; pixel++) {
                mean[pixel] += frame[pixel] / frames.size();
            }
        }
        return mean;
    }

    /** −log2 of a mean of probabilities, which are too small for a double: the greatest is taken out first. */
    private static double bits(double[] bits) {
        double least = Arrays.stream(bits).min().orElseThrow();
        double sum = IntStream.range(0, bits.length)
                .mapToDouble(s -> Math.pow(2, least - bits[s]))
                .sum();
        return least - Math.log(sum / bits.length) / Math.log(2);
    }
}
