package io.cradle.training.planning;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A point in the plane that is pushed: a step adds {@code push} times the action to its velocity, and the velocity to its place. Starts
 * at rest. A prompt tells its velocity by the last two places.
 *
 * @param push per step and step
 * @param shown name of the tensor of places
 * @param rate steps a second
 */
record PointMass(double push, String shown, double rate) implements EnvironmentFactory {
    static final PointMass TRUE = new PointMass(0.02, Layout.PROPRIO, 10);

    @Override
    public String world() {
        return "PointMass";
    }

    @Override
    public String identity() {
        return toString();
    }

    @Override
    public int steps() {
        return 50;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public Environment open(int worlds) {
        return new Points(worlds);
    }

    private record Point(double x, double y, double vx, double vy) implements Snapshot {
        Point pushed(double ax, double ay) {
            return new Point(x + vx + ax, y + vy + ay, vx + ax, vy + ay);
        }
    }

    private final class Points implements Environment {
        private final TensorSpec places = TensorSpec.vector(
                shown,
                List.of(
                        new Channel("point:x:p", "m", -1, 1),
                        new Channel("point:y:p", "m", -1, 1),
                        new Channel("point:cos", "1", -1, 1)),
                Scaling.SIGNED_UNIT,
                -9,
                9,
                rate);
        private final TensorSpec action = TensorSpec.vector(
                Layout.ACTION,
                List.of(new Channel("x", "N", -1, 1), new Channel("y", "N", -1, 1)),
                Scaling.SIGNED_UNIT,
                -1,
                1,
                rate);
        private final int worlds;
        private List<Point> points = List.of();

        private Points(int worlds) {
            this.worlds = worlds;
        }

        @Override
        public int worlds() {
            return worlds;
        }

        @Override
        public List<TensorSpec> observations() {
            return List.of(places);
        }

        @Override
        public TensorSpec action() {
            return action;
        }

        @Override
        public List<Tensor> reset(List<Start> starts) {
            points = starts.stream().map(Points::begun).toList();
            return observe();
        }

        private static Point begun(Start start) {
            if (start instanceof Start.Restored restored) {
                return (Point) restored.snapshot();
            }
            if (start instanceof Start.Prompt prompt) {
                return continued(prompt.observations().get(0));
            }
            SplittableRandom random = new SplittableRandom(((Start.Seed) start).seed());
            return new Point(random.nextDouble() - 0.5, random.nextDouble() - 0.5, 0, 0);
        }

        private static Point continued(Tensor seen) {
            int now = seen.rows() - 1;
            int before = Math.max(0, now - 1);
            return new Point(
                    seen.value(now, 0),
                    seen.value(now, 1),
                    seen.value(now, 0) - seen.value(before, 0),
                    seen.value(now, 1) - seen.value(before, 1));
        }

        @Override
        public List<Tensor> step(Tensor actions) {
            List<Point> next = new ArrayList<>();
            for (int i = 0; i < worlds; i++) {
                next.add(points.get(i).pushed(push * actions.value(i, 0), push * actions.value(i, 1)));
            }
            points = next;
            return observe();
        }

        private List<Tensor> observe() {
            float[] values = new float[3 * worlds];
            for (int i = 0; i < worlds; i++) {
                values[3 * i] = (float) points.get(i).x();
                values[3 * i + 1] = (float) points.get(i).y();
                values[3 * i + 2] = 7; // an angle, which must not count
            }
            return List.of(Tensor.ofFloats(places, values));
        }

        @Override
        public List<Snapshot> snapshot() {
            return List.copyOf(points);
        }

        @Override
        public long clipped() {
            return 0;
        }

        @Override
        public void close() {
            points = List.of();
        }
    }
}
