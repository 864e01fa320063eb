package io.cradle.dataset.statistics;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.Random;

/** Logs of a robot with a camera of 3 × 5 pixels, two sensors of which one fails at times, and an uneven clock. */
final class Logs {
    private static final List<Channel> SENSORS =
            List.of(new Channel("angle", "rad", -3, 3), new Channel("force", "N", -100, 100));
    static final TensorSpec FRAME = TensorSpec.frame(Layout.FRAME, 3, 5, 0);
    static final TensorSpec SENSOR = TensorSpec.vector(Layout.PROPRIO, SENSORS, Scaling.NONE, -100, 100, 0);
    static final TensorSpec VALID =
            new TensorSpec(Layout.VALID, Encoding.BITS, List.of(1), List.of(SENSORS.get(1)), Scaling.NONE, 0, 1, 0);
    static final TensorSpec TIME =
            new TensorSpec(Layout.TIME, Encoding.I64, List.of(), List.of(), Scaling.NONE, 0, 1e18, 0);
    static final TensorSpec LEVEL =
            new TensorSpec("level", Encoding.U8, List.of(2, 2), List.of(), Scaling.NONE, 0, 255, 0);
    static final Layout LAYOUT = new Layout(List.of(FRAME, SENSOR, VALID, TIME, LEVEL));

    private Logs() {}

    /** An episode of random content, a pure function of its seed. */
    static Episode log(long seed, int steps) {
        Random random = new Random(seed);
        boolean[] ink = new boolean[steps * FRAME.elements()];
        float[] sensors = new float[steps * 2];
        boolean[] valid = new boolean[steps];
        long[] stamps = new long[steps];
        byte[] levels = new byte[steps * 4];
        random.nextBytes(levels);
        for (int i = 0; i < ink.length; i++) {
            ink[i] = random.nextInt(3) == 0;
        }
        for (int t = 0; t < steps; t++) {
            sensors[2 * t] = (float) random.nextGaussian();
            sensors[2 * t + 1] = random.nextInt(9) == 0 ? Float.NaN : 40 * random.nextFloat();
            valid[t] = random.nextInt(4) > 0;
            stamps[t] = (t == 0 ? 0 : stamps[t - 1]) + 1_000_000L * (5 + random.nextInt(10));
        }
        return episode(seed, ink, sensors, valid, stamps, levels);
    }

    /** An episode of this content. */
    static Episode episode(long seed, boolean[] ink, float[] sensors, boolean[] valid, long[] stamps, byte[] levels) {
        String id = Episode.idOf("log", Long.toString(seed));
        return new Episode(
                id,
                List.of(
                        Tensor.ofBits(FRAME, ink),
                        Tensor.ofFloats(SENSOR, sensors),
                        Tensor.ofBits(VALID, valid),
                        Tensor.ofLongs(TIME, stamps),
                        Tensor.ofBytes(LEVEL, levels)),
                new Provenance("csv", "Arm", "0", "unknown", seed, "test", id, Split.TRAIN, Provenance.SplitBy.HASH));
    }
}
