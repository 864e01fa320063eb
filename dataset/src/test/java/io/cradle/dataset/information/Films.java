package io.cradle.dataset.information;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Frames of which it is known what they cost. */
final class Films {
    static final int HEIGHT = 9;
    static final int WIDTH = 13;
    static final int PIXELS = HEIGHT * WIDTH;
    static final TensorSpec SPEC = TensorSpec.frame(Layout.FRAME, HEIGHT, WIDTH, 10);
    static final Raster RASTER = Raster.of(SPEC);

    /** Bits that the place of a square takes, if every place is as likely. */
    static final double PLACE = Math.log((HEIGHT - 2) * (WIDTH - 2)) / Math.log(2);

    private Films() {}

    /** An episode of these frames, {@code [PIXELS]} each. */
    static Tensor film(int steps, IntFunction<boolean[]> frame) {
        boolean[] pixels = new boolean[steps * PIXELS];
        for (int t = 0; t < steps; t++) {
            System.arraycopy(frame.apply(t), 0, pixels, t * PIXELS, PIXELS);
        }
        return Tensor.ofBits(SPEC, pixels);
    }

    /** A frame whose pixels are ink with a probability, independently. */
    static boolean[] noise(Random random, double ink) {
        boolean[] pixels = new boolean[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = random.nextDouble() < ink;
        }
        return pixels;
    }

    /** Episodes of independent pixels. */
    static List<Tensor> noise(int episodes, int steps, double ink, long seed) {
        Random random = new Random(seed);
        return many(episodes, () -> film(steps, t -> noise(random, ink)));
    }

    /** Episodes in which a square stands at a few places, anywhere, in turn. */
    static List<Tensor> places(int episodes, int steps, int places, long seed) {
        Random random = new Random(seed);
        return many(episodes, () -> {
            List<boolean[]> frames = IntStream.range(0, places)
                    .mapToObj(i -> square(random.nextInt(HEIGHT - 2), random.nextInt(WIDTH - 2)))
                    .toList();
            return film(steps, t -> frames.get(t % places));
        });
    }

    /** Episodes in which a square of nine pixels goes to and fro over the frame. */
    static List<Tensor> squares(int episodes, int steps, long seed) {
        Random random = new Random(seed);
        return many(episodes, () -> {
            int y = random.nextInt(HEIGHT - 2);
            int start = random.nextInt(100);
            return film(steps, t -> square(y, Math.abs(Math.floorMod(start + t, 2 * (WIDTH - 3)) - (WIDTH - 3))));
        });
    }

    private static boolean[] square(int y, int x) {
        boolean[] pixels = new boolean[PIXELS];
        for (int i = 0; i < 9; i++) {
            pixels[(y + i / 3) * WIDTH + x + i % 3] = true;
        }
        return pixels;
    }

    private static List<Tensor> many(int episodes, Supplier<Tensor> film) {
        List<Tensor> films = new ArrayList<>();
        for (int i = 0; i < episodes; i++) {
            films.add(film.get());
        }
        return films;
    }

    /** An episode of a source with these tensors. */
    static Episode episode(String source, long seed, Tensor... tensors) {
        String id = Episode.idOf("film", source, Long.toString(seed));
        return new Episode(
                id,
                List.of(tensors),
                new Provenance(source, "Film", "d", "p", seed, "g", id, Split.of(id), SplitBy.HASH));
    }

    /** Bits a frame over all frames from {@code first} on, the coder learning on the way. */
    static double bitsPerFrame(FrameCode code, List<Tensor> films, int first) {
        FrameCoder coder = code.coder(RASTER);
        double bits = 0;
        long frames = 0;
        for (Tensor film : films) {
            bits += coder.bits(Frames.of(film), first);
            frames += film.rows() - first;
        }
        return bits / frames;
    }

    /** Bits of an event of this probability and its contrary, −p log2 p − (1 − p) log2 (1 − p). */
    static double entropy(double p) {
        return p == 0 || p == 1 ? 0 : -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
    }
}
