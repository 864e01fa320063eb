package io.cradle.training.baseline;

import io.cradle.training.metric.Blob;
import io.cradle.training.metric.Blobs;
import io.cradle.training.metric.Matching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Things on a frame with where they are and how fast they go, in pixels and pixels a step.
 *
 * @param things in no order that matters
 */
record Tracked(List<Thing> things) {
    Tracked {
        things = List.copyOf(things);
    }

    /**
     * One thing.
     *
     * @param shape its pixels when it was last seen
     * @param y how far it has gone down since
     * @param x how far it has gone right since
     * @param down speed
     * @param right speed
     */
    record Thing(Blob shape, double y, double x, double down, double right) {
        Thing moved(Fall fall) {
            return new Thing(
                    shape,
                    y + down + fall.down() / 2,
                    x + right + fall.right() / 2,
                    down + fall.down(),
                    right + fall.right());
        }
    }

    /**
     * What pulls at all things alike.
     *
     * @param down pixels a step, each step
     * @param right pixels a step, each step
     */
    record Fall(double down, double right) implements java.io.Serializable {
        static final Fall NONE = new Fall(0, 0);
    }

    /** What is seen first: nothing moves. */
    static Tracked still(float[] frame, int height, int width) {
        return new Tracked(Blobs.of(frame, height, width).stream()
                .map(blob -> new Thing(blob, 0, 0, 0, 0))
                .toList());
    }

    /**
     * What is seen next: a thing's speed is how far its centroid has gone since it was seen last, and after a fall half a step's fall more;
     * one that is new doesn't move.
     */
    static Tracked seen(float[] before, float[] now, Fall fall, int height, int width) {
        List<Blob> blobs = Blobs.of(now, height, width);
        Map<Blob, Blob> sources = new HashMap<>();
        Matching.of(Blobs.of(before, height, width), blobs)
                .pairs()
                .forEach(pair -> sources.put(pair.right(), pair.left()));
        List<Thing> things = new ArrayList<>();
        for (Blob blob : blobs) {
            Blob source = sources.get(blob);
            things.add(
                    source == null
                            ? new Thing(blob, 0, 0, 0, 0)
                            : new Thing(
                                    blob,
                                    0,
                                    0,
                                    blob.y() - source.y() + fall.down() / 2,
                                    blob.x() - source.x() + fall.right() / 2));
        }
        return new Tracked(things);
    }

    /** A step later, as long as nothing is hit. */
    Tracked moved(Fall fall) {
        return new Tracked(things.stream().map(thing -> thing.moved(fall)).toList());
    }

    /** The frame, {@code [F]}: each thing's pixels, shifted by whole pixels; what leaves the frame is cut off. */
    float[] drawn(int height, int width) {
        float[] frame = new float[height * width];
        for (Thing thing : things) {
            int down = (int) Math.rint(thing.y());
            int right = (int) Math.rint(thing.x());
            for (int pixel : thing.shape().pixels()) {
                int y = pixel / width + down;
                int x = pixel % width + right;
                if (y >= 0 && y < height && x >= 0 && x < width) {
                    frame[y * width + x] = 1;
                }
            }
        }
        return frame;
    }
}
