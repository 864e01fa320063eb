package io.cradle.training.evaluation;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.NextFrameModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A world of one row of pixels: one is ink, and the action (-1, 0 or 1) moves it, round and round. */
final class Slider {
    static final int PIXELS = 8;
    private static final TensorSpec FRAME = TensorSpec.frame(Layout.FRAME, 1, PIXELS, 10);
    private static final TensorSpec ACTION =
            TensorSpec.vector(Layout.ACTION, List.of(new Channel("push", "1", -1, 1)), Scaling.NONE, -1, 1, 10);

    private Slider() {}

    /** An episode with random actions. */
    static Episode episode(int steps, long seed) {
        Random random = new Random(seed);
        float[] actions = new float[steps];
        boolean[] pixels = new boolean[steps * PIXELS];
        int at = random.nextInt(PIXELS);
        for (int t = 0; t < steps; t++) {
            pixels[t * PIXELS + at] = true;
            actions[t] = random.nextInt(3) - 1;
            at = Math.floorMod(at + (int) actions[t], PIXELS);
        }
        return episode(seed, pixels, actions);
    }

    /** An episode in which each pixel is a coin's flip: nothing can predict it with less than F bits. */
    static Episode noise(int steps, long seed) {
        Random random = new Random(seed);
        boolean[] pixels = new boolean[steps * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextBoolean();
        }
        return episode(seed, pixels, new float[steps]);
    }

    /** An episode in which nothing moves. */
    static Episode still(int steps, long seed) {
        boolean[] pixels = new boolean[steps * PIXELS];
        for (int t = 0; t < steps; t++) {
            pixels[t * PIXELS + 3] = true;
        }
        return episode(seed, pixels, new float[steps]);
    }

    /** An episode that shows these rows, {@code #} for ink; its actions are 0. */
    static Episode shown(String... rows) {
        boolean[] pixels = new boolean[rows.length * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = rows[i / PIXELS].charAt(i % PIXELS) == '#';
        }
        return episode(List.of(rows).hashCode(), pixels, new float[rows.length]);
    }

    /** The same episode with all pixels flipped in the frames that the predicate names. */
    static Episode flipped(Episode episode, IntPredicate which) {
        Tensor frames = episode.require(Layout.FRAME);
        boolean[] pixels = new boolean[frames.rows() * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = frames.bit(i / PIXELS, i % PIXELS) ^ which.test(i / PIXELS);
        }
        return new Episode(
                episode.id(),
                List.of(Tensor.ofBits(FRAME, pixels), episode.require(Layout.ACTION)),
                episode.provenance());
    }

    static List<Episode> episodes(int count, int steps) {
        return IntStream.range(0, count).mapToObj(seed -> episode(steps, seed)).toList();
    }

    private static Episode episode(long seed, boolean[] pixels, float[] actions) {
        String id = Episode.idOf("slider", Long.toString(seed));
        return new Episode(
                id,
                List.of(Tensor.ofBits(FRAME, pixels), Tensor.ofFloats(ACTION, actions)),
                new Provenance(
                        "rollout", "slider", "0", "coin", seed, "test", id, Split.TEST, Provenance.SplitBy.HASH));
    }

    /** Knows the rule: moves what it sees in the last frame by the action. */
    static NextFrameModel rule() {
        return model("rule", 1, (past, action) -> moved(past, 0, Math.round(action[0])));
    }

    /** Gets the action's sign wrong. */
    static NextFrameModel mirrored() {
        return model("mirrored", 1, (past, action) -> moved(past, 0, -Math.round(action[0])));
    }

    /** Predicts the frame before the last one: broken by one step. */
    static NextFrameModel late() {
        return model("late", 2, (past, action) -> moved(past, 0, 0));
    }

    /** Says the same of every pixel. */
    static NextFrameModel constant(float p) {
        return model("constant", 1, (past, action) -> filled(p));
    }

    /** The same model, which is always sure. */
    static NextFrameModel sure(NextFrameModel model) {
        return model("sure", model.frames(), (past, action) -> {
            float[] ink = model.ink(new float[][] {past}, new float[][] {action})[0].clone();
            for (int x = 0; x < ink.length; x++) {
                ink[x] = Math.round(ink[x]);
            }
            return ink;
        });
    }

    private static float[] filled(float p) {
        float[] ink = new float[PIXELS];
        Arrays.fill(ink, p);
        return ink;
    }

    private static float[] moved(float[] past, int offset, int by) {
        float[] ink = filled(0.001f);
        for (int x = 0; x < PIXELS; x++) {
            if (past[offset + x] > 0.5f) {
                ink[Math.floorMod(x + by, PIXELS)] = 0.999f;
            }
        }
        return ink;
    }

    /** A model from a rule for one world. */
    static NextFrameModel model(String name, int frames, Rule rule) {
        return new NextFrameModel() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int frames() {
                return frames;
            }

            @Override
            public float[][] ink(float[][] past, float[][] action) {
                return IntStream.range(0, past.length)
                        .mapToObj(n -> rule.ink(past[n], action[n]))
                        .toArray(float[][]::new);
            }
        };
    }

    /** Next frame of one world. */
    interface Rule {
        float[] ink(float[] past, float[] action);
    }
}
