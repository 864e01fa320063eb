package io.cradle.training.evaluation;

import io.cradle.training.metric.WindowFeatures;
import io.cradle.training.model.Arbiter;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Cuts takes into stretches and describes them. */
final class Stretches {
    private static final int FRAMES = WindowFeatures.FRAMES;

    private Stretches() {}

    /** Numbers of the horizons at which stretches begin; what is left at a take's end isn't used. */
    private static int[] starts(Take take) {
        return IntStream.iterate(1, h -> h + FRAMES - 1 <= take.horizon(), h -> h + FRAMES)
                .toArray();
    }

    /** All stretches of these takes, by features that nobody learnt. */
    static List<Gathered.Stretch> of(List<Take> takes, List<OpenLoop.Path> drawn) {
        List<Gathered.Stretch> stretches = new ArrayList<>();
        for (int n = 0; n < takes.size(); n++) {
            Take take = takes.get(n);
            List<Integer> shape =
                    Recording.binary(take.recording().episode()).spec().shape();
            int width = shape.get(shape.size() - 1);
            int height = take.recording().pixels() / width;
            for (int h : starts(take)) {
                stretches.add(new Gathered.Stretch(
                        boxed(WindowFeatures.of(frames(h, take::truth), height, width)),
                        boxed(WindowFeatures.of(frames(h, drawn.get(n)::frame), height, width))));
            }
        }
        return stretches;
    }

    /** All stretches of these takes, as an arbiter sees them. */
    static List<Coded> of(List<Take> takes, List<OpenLoop.Path> drawn, Arbiter arbiter) {
        List<Coded> coded = new ArrayList<>();
        for (int n = 0; n < takes.size(); n++) {
            Take take = takes.get(n);
            for (int h : starts(take)) {
                double[] truth = arbiter.features(frames(h, take::truth));
                double[] made = arbiter.features(frames(h, drawn.get(n)::frame));
                coded.add(new Coded(truth, made, error(arbiter, truth, take, h), error(arbiter, made, take, h)));
            }
        }
        return coded;
    }

    /** Mean squared error of the actions between the frames of a stretch. */
    private static double error(Arbiter arbiter, double[] features, Take take, int from) {
        float[] told = arbiter.actions(features);
        int size = take.action(from).length;
        double squares = 0;
        for (int t = 0; t < FRAMES - 1; t++) {
            float[] action = take.action(from + t + 1); // which led from frame t to the next
            for (int i = 0; i < size; i++) {
                double off = told[t * size + i] - action[i];
                squares += off * off;
            }
        }
        return squares / told.length;
    }

    private static List<float[]> frames(int from, IntFunction<float[]> frame) {
        return IntStream.range(from, from + FRAMES).mapToObj(frame).toList();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
