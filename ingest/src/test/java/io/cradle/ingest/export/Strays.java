package io.cradle.ingest.export;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Episodes of any numbers in any layout that exports hold; a pure function of a seed. */
final class Strays {
    private static final float[] ODD = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f, Float.MIN_VALUE, Float.MAX_VALUE
    };

    private Strays() {}

    /** Frames, proprio, an action, and some of bytes, stamps and single numbers. */
    static Layout layout(Random random) {
        double rate = 1 + random.nextInt(60) / 4.0;
        List<TensorSpec> specs = new ArrayList<>();
        specs.add(TensorSpec.frame(Layout.FRAME, 1 + random.nextInt(9), 1 + random.nextInt(9), rate));
        specs.add(vector(Layout.PROPRIO, 1 + random.nextInt(5), random, rate));
        specs.add(vector(Layout.ACTION, 1 + random.nextInt(3), random, rate));
        if (random.nextBoolean()) {
            specs.add(new TensorSpec(
                    "colour",
                    random.nextBoolean() ? Encoding.U8 : Encoding.PNG,
                    List.of(3, 2, 2),
                    List.of(),
                    Scaling.NONE,
                    0,
                    255,
                    rate));
        }
        if (random.nextBoolean()) {
            specs.add(new TensorSpec("tick", Encoding.I64, List.of(), List.of(), Scaling.NONE, -1e18, 1e18, rate));
        }
        if (random.nextBoolean()) {
            specs.add(TensorSpec.frame(Layout.VALID, 1, 1, rate));
        }
        return new Layout(specs);
    }

    private static TensorSpec vector(String name, int size, Random random, double rate) {
        List<Channel> channels = IntStream.range(0, size)
                .mapToObj(i -> new Channel(name + ":" + i, "rad/s", -random.nextDouble(), 1 / 3.0 + i))
                .toList();
        return TensorSpec.vector(
                name, channels, random.nextBoolean() ? Scaling.NONE : Scaling.SIGNED_UNIT, -1.1, 1.1, rate);
    }

    /** So many, in order of split. */
    static List<Episode> episodes(Layout layout, int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> episode(layout, i, random))
                .sorted(Comparator.comparing(episode -> episode.provenance().split()))
                .toList();
    }

    private static Episode episode(Layout layout, int number, Random random) {
        int steps = 1 + random.nextInt(20);
        String id = Episode.idOf("stray", Integer.toString(number), Long.toString(random.nextLong()));
        Provenance provenance = new Provenance(
                "rollout",
                number % 2 == 0 ? "Été \"1\"" : "Moor",
                "0".repeat(64),
                "random",
                random.nextLong(),
                "strays 1, in words",
                id,
                List.of(Split.values()).get(random.nextInt(3)),
                random.nextBoolean() ? SplitBy.HASH : SplitBy.SOURCE);
        return new Episode(
                id,
                layout.tensors().stream()
                        .map(spec -> tensor(spec, steps, random))
                        .toList(),
                provenance);
    }

    private static Tensor tensor(TensorSpec spec, int steps, Random random) {
        int size = steps * spec.elements();
        return switch (spec.encoding()) {
            case BITS -> {
                boolean[] bits = new boolean[size];
                for (int i = 0; i < size; i++) {
                    bits[i] = random.nextBoolean();
                }
                yield Tensor.ofBits(spec, bits);
            }
            case U8, PNG -> {
                byte[] bytes = new byte[size];
                random.nextBytes(bytes);
                yield Tensor.ofBytes(spec, bytes);
            }
            case F32 -> {
                float[] floats = new float[size];
                for (int i = 0; i < size; i++) {
                    floats[i] =
                            random.nextInt(4) == 0 ? ODD[random.nextInt(ODD.length)] : (float) random.nextGaussian();
                }
                yield Tensor.ofFloats(spec, floats);
            }
            case I64 -> Tensor.ofLongs(spec, random.longs(size).toArray());
        };
    }
}
