package io.cradle.training.baseline;

import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.metric.Blob;
import io.cradle.training.metric.Blobs;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Fits things that go on as they go, and things that fall. */
final class Projectiles {
    private static final List<Double> HEIGHTS = List.of(0.005, 0.01, 0.02, 0.04); // of the frame, each step more
    private static final int STRIDE = 3;
    private static final double HIT =
            1; // pixels a step by which a velocity changes that much only where something was hit

    private final List<Recording> train;
    private final float[] deviation; // [P]
    private final int height;
    private final int width;

    Projectiles(List<Recording> train, TensorSpec frame, float[] deviation) {
        this.train = train;
        this.deviation = deviation;
        this.width = frame.shape().get(frame.shape().size() - 1);
        this.height = frame.elements() / width;
    }

    Fitted constantVelocity() {
        return new Fitted(moving("constant-velocity", Tracked.Fall.NONE), "%,d episodes".formatted(train.size()));
    }

    /** Falls to choose from: the one that is seen, which in a world of short flights is that of what slides, and plain ones. */
    List<Fitted> ballistic() {
        List<Tracked.Fall> falls = new ArrayList<>(List.of(fall()));
        HEIGHTS.forEach(share -> falls.add(new Tracked.Fall(share * height, 0)));
        return falls.stream()
                .map(fall -> new Fitted(
                        moving("ballistic", fall),
                        String.format(Locale.ROOT, "a fall of %.2f pixels a step²", fall.down())))
                .toList();
    }

    private Moving moving(String name, Tracked.Fall fall) {
        InkTable table = new InkTable(height, width);
        for (Recording recording : train) {
            for (int t = 2; t < recording.steps(); t++) {
                float[] last = recording.frame(t - 1);
                Tracked tracked = Tracked.seen(recording.frame(t - 2), last, fall, height, width);
                table.count(tracked.moved(fall).drawn(height, width), last, recording.frame(t));
            }
        }
        return new Moving(name, fall, table, deviation, height, width);
    }

    /**
     * Where changes of velocity between {@value #STRIDE} steps and the next {@value #STRIDE} mostly lie, of things that are seen alone, move
     * that way, and are not hit. Between single steps a change is a whole pixel or none, and hardly tells.
     */
    private Tracked.Fall fall() {
        List<Double> down = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        for (Recording recording : train) {
            for (int t = 0; t + 2 * STRIDE < recording.steps(); t++) {
                List<Blob> flight = flight(recording, t);
                if (flight.size() > 2 * STRIDE) {
                    note(flight.stream().mapToDouble(Blob::y).toArray(), down);
                    note(flight.stream().mapToDouble(Blob::x).toArray(), right);
                }
            }
        }
        return new Tracked.Fall(shorth(down), shorth(right));
    }

    /** One thing at 2 {@value #STRIDE} + 1 steps, as long as it is alone. */
    private List<Blob> flight(Recording recording, int from) {
        return IntStream.rangeClosed(from, from + 2 * STRIDE)
                .mapToObj(t -> Blobs.of(recording.frame(t), height, width))
                .takeWhile(blobs -> blobs.size() == 1)
                .map(blobs -> blobs.get(0))
                .toList();
    }

    /** A thing may roll along a floor that it doesn't fall through: each direction counts by itself. */
    private static void note(double[] places, List<Double> changes) {
        boolean hit = IntStream.range(1, places.length - 1)
                .anyMatch(i -> Math.abs(places[i - 1] - 2 * places[i] + places[i + 1]) > HIT);
        double before = places[STRIDE] - places[0];
        double after = places[2 * STRIDE] - places[STRIDE];
        if (!hit && (before != 0 || after != 0)) {
            changes.add((after - before) / (STRIDE * STRIDE));
        }
    }

    /**
     * The mean of that half of the values which lies closest together (the shorth; Andrews et al., "Robust estimates of location", 1972):
     * bounces that were missed all pull to one side.
     */
    private static double shorth(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        int half = (sorted.length + 1) / 2;
        return IntStream.rangeClosed(0, sorted.length - half)
                .boxed()
                .min(Comparator.comparingDouble(from -> sorted[from + half - 1] - sorted[from]))
                .map(from -> Arrays.stream(sorted, from, from + half).average().orElseThrow())
                .orElseThrow();
    }
}
