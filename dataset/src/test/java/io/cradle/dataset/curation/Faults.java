package io.cradle.dataset.curation;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.score.Gliders;
import io.cradle.dataset.score.Specimens;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.util.List;
import java.util.Random;

/** Breaks clean episodes of {@link Gliders}, each in one way; a seed breaks them in one place. */
final class Faults {
    private static final int STEPS = Gliders.STEPS;
    private static final List<String> OBSERVED = List.of(Layout.FRAME, Layout.PROPRIO);

    private Faults() {}

    static Episode tooShort(long seed) {
        Episode clean = Gliders.clean(seed);
        int steps = 1 + new Random(seed).nextInt(9);
        List<Tensor> cut =
                clean.tensors().stream().map(tensor -> tensor.slice(0, steps)).toList();
        return new Episode(clean.id(), cut, clean.provenance());
    }

    static Episode notANumber(long seed) {
        float value = List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)
                .get((int) (seed % 3));
        return proprio(seed, value);
    }

    static Episode outOfRange(long seed) {
        return proprio(seed, seed % 2 == 0 ? 1.01f : -40);
    }

    private static Episode proprio(long seed, float value) {
        Random random = new Random(seed);
        return Specimens.withValue(
                Gliders.clean(seed), Layout.PROPRIO, random.nextInt(STEPS), random.nextInt(6), value);
    }

    static Episode frozen(long seed) {
        Random random = new Random(seed);
        int from = random.nextInt(STEPS - 50);
        int length = 50 + random.nextInt(STEPS - 50 - from + 1);
        return Specimens.frozen(Gliders.clean(seed), from, from + length, OBSERVED);
    }

    static Episode creeping(long seed) {
        return Gliders.glide(seed, 2e-4, false);
    }

    static Episode flickering(long seed) {
        Episode clean = Gliders.clean(seed);
        Tensor frames = clean.require(Layout.FRAME);
        byte[] noise = frames.bytes();
        new Random(seed).nextBytes(noise);
        return Specimens.with(clean, Tensor.ofBytes(frames.spec(), noise));
    }

    static Episode apart(long seed) {
        return Gliders.glide(seed, 0.06, true);
    }

    /** Nothing more happens from somewhere before the middle on, but that sensors hum. */
    static Episode idle(long seed) {
        Random random = new Random(seed);
        int from = STEPS / 2 - 10 + random.nextInt(8);
        Episode still = Specimens.frozen(Gliders.clean(seed), from, STEPS, OBSERVED);
        Tensor proprio = still.require(Layout.PROPRIO);
        float[] values = proprio.floats();
        for (int i = 6 * (from + 1); i < values.length; i++) {
            values[i] += (float) (0.001 * random.nextDouble());
        }
        return Specimens.with(still, Tensor.ofFloats(proprio.spec(), values));
    }

    /** All numbers tremble about one place. */
    static Episode confined(long seed) {
        Random random = new Random(seed);
        return everyChannel(seed, (t, channel) -> 0.03 + 0.05 * random.nextDouble());
    }

    /** All numbers rise from end to end, each by the same small amount a step. */
    static Episode uniform(long seed) {
        double slope = 0.017 + 1e-5 * (seed % 100);
        return everyChannel(seed, (t, channel) -> slope * t - 0.9);
    }

    static Episode stuck(long seed) {
        Random random = new Random(seed);
        int from = random.nextInt(STEPS - 31);
        int to = from + 31 + random.nextInt(STEPS - 31 - from + 1);
        int broken = random.nextInt(6);
        Tensor proprio = Gliders.clean(seed).require(Layout.PROPRIO);
        return everyChannel(
                seed, (t, channel) -> proprio.value(channel == broken && t >= from && t < to ? from : t, channel));
    }

    static Episode saturated(long seed) {
        Random random = new Random(seed);
        int broken = random.nextInt(6);
        Tensor proprio = Gliders.clean(seed).require(Layout.PROPRIO);
        return everyChannel(seed, (t, channel) -> {
            boolean end = channel == broken && t % 10 < 6;
            return end ? (random.nextBoolean() ? 1 : -1) : proprio.value(t, channel);
        });
    }

    static Episode gap(long seed) {
        Random random = new Random(seed);
        int after = random.nextInt(STEPS - 1);
        long lost = 700_000_000L + random.nextInt(1_000_000_000);
        return time(seed, (t, stamp) -> t > after ? stamp + lost : stamp);
    }

    static Episode backwards(long seed) {
        int at = 1 + new Random(seed).nextInt(STEPS - 1);
        return time(seed, (t, stamp) -> t == at ? stamp - 150_000_000L : stamp);
    }

    static Episode wild(long seed) {
        return Gliders.glide(seed, 0.25, false);
    }

    /** A few pixels of a few frames are turned. */
    static Episode speckled(long seed) {
        Random random = new Random(seed);
        Episode speckled = Gliders.clean(seed);
        for (int i = 0; i < 3; i++) {
            speckled = Specimens.withBit(speckled, Layout.FRAME, random.nextInt(STEPS), random.nextInt(256), true);
        }
        return speckled;
    }

    private interface Value {
        double of(int t, int channel);
    }

    private static Episode everyChannel(long seed, Value value) {
        Episode clean = Gliders.clean(seed);
        Tensor proprio = clean.require(Layout.PROPRIO);
        float[] values = new float[STEPS * 6];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.of(i / 6, i % 6);
        }
        return Specimens.with(clean, Tensor.ofFloats(proprio.spec(), values));
    }

    private interface Stamp {
        long of(int t, long stamp);
    }

    private static Episode time(long seed, Stamp stamp) {
        Episode clean = Gliders.clean(seed);
        Tensor time = clean.require(Layout.TIME);
        long[] stamps = new long[STEPS];
        for (int t = 0; t < STEPS; t++) {
            stamps[t] = stamp.of(t, time.integer(t, 0));
        }
        return Specimens.with(clean, Tensor.ofLongs(time.spec(), stamps));
    }
}
