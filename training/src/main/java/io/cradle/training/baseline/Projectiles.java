package io.cradle.training.baseline;

import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.metric.Blob;
import io.cradle.training.metric.Blobs;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fits things that go on as they go, and things that fall. */
final class Projectiles {
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

    Fitted ballistic() {
        Tracked.Fall fall = fall();
        return new Fitted(
                moving("ballistic", fall), String.format(Locale.ROOT, "a fall of %.2f pixels a step²", fall.down()));
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
     * The mean of the middle half of all changes of velocity, where one thing is seen alone for three steps and moves that way: what
     * rests does not fall.
     */
    private Tracked.Fall fall() {
        List<Double> down = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        for (Recording recording : train) {
            for (int t = 2; t < recording.steps(); t++) {
                List<List<Blob>> seen = List.of(blobs(recording, t - 2), blobs(recording, t - 1), blobs(recording, t));
                if (seen.stream().allMatch(blobs -> blobs.size() == 1)) {
                    note(seen.get(0).get(0), seen.get(1).get(0), seen.get(2).get(0), down, right);
                }
            }
        }
        return new Tracked.Fall(middle(down), middle(right));
    }

    private List<Blob> blobs(Recording recording, int t) {
        return Blobs.of(recording.frame(t), height, width);
    }

    private static void note(Blob first, Blob second, Blob third, List<Double> down, List<Double> right) {
        note(second.y() - first.y(), third.y() - second.y(), down);
        note(second.x() - first.x(), third.x() - second.x(), right);
    }

    /** A thing may roll along a floor that it doesn't fall through: each direction counts by itself. What turns round was hit. */
    private static void note(double before, double after, List<Double> changes) {
        if ((before != 0 || after != 0) && before * after >= 0) {
            changes.add(after - before);
        }
    }

    /** Of whole pixels a median would be a whole number. */
    private static double middle(List<Double> values) {
        return values.stream()
                .sorted()
                .skip(values.size() / 4)
                .limit(Math.max(1, values.size() / 2))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
