package io.cradle.ingest.assembly;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.frame.Binariser;
import io.cradle.ingest.take.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Collects the steps of one episode, and makes tensors of them. */
final class Piece {
    private static final int FIRST = 64;

    private final Layout layout;
    private final boolean filmed;
    private final List<Picture> pictures = new ArrayList<>();
    private final int width;
    private float[] numbers; // [T, width]: logs have millions of rows, and boxes for each cost more than reading them
    private long[] times = new long[FIRST];
    private int steps;
    private final BitSet measured = new BitSet();
    private final int bits;

    Piece(Layout layout) {
        this.layout = layout;
        this.filmed = layout.find(Layout.FRAME).isPresent();
        this.bits = layout.require(Layout.VALID).elements();
        this.width = bits - (filmed ? 1 : 0);
        this.numbers = new float[FIRST * width];
    }

    /** Steps so far. */
    int steps() {
        return steps;
    }

    /** Adds a step's numbers. */
    void add(long time, Numbers row) {
        if (steps == times.length) {
            times = Arrays.copyOf(times, 2 * steps);
            numbers = Arrays.copyOf(numbers, times.length * width);
        }
        for (int i = 0; i < width; i++) {
            numbers[steps * width + i] = row.value(i);
            if (row.measured(i)) {
                measured.set(steps * bits + (filmed ? 1 : 0) + i);
            }
        }
        times[steps++] = time;
    }

    /** Adds the picture of the last step, already scaled. */
    void add(Picture picture, boolean taken) {
        pictures.add(picture);
        measured.set((steps - 1) * bits, taken);
    }

    /** Its pictures. */
    List<Picture> pictures() {
        return pictures;
    }

    /** Whether the picture of a step was taken then. */
    boolean filmed(int step) {
        return measured.get(step * bits);
    }

    /** The tensors in order of the layout. */
    List<Tensor> tensors(Optional<Binariser> binariser) {
        return layout.tensors().stream().map(spec -> tensor(spec, binariser)).toList();
    }

    private Tensor tensor(TensorSpec spec, Optional<Binariser> binariser) {
        return switch (spec.name()) {
            case Layout.FRAME -> spec.encoding() == Encoding.BITS ? ink(spec, binariser.orElseThrow()) : bytes(spec);
            case Layout.PROPRIO -> floats(spec, 0);
            case Layout.ACTION ->
                floats(
                        spec,
                        layout.find(Layout.PROPRIO).map(TensorSpec::elements).orElse(0));
            case Layout.TIME -> Tensor.ofLongs(spec, Arrays.copyOf(times, steps));
            case Layout.VALID -> mask(spec);
            default -> throw new IllegalStateException("No stream makes tensor '%s'".formatted(spec.name()));
        };
    }

    private Tensor mask(TensorSpec spec) {
        boolean[] all = new boolean[steps() * bits];
        measured.stream().filter(i -> i < all.length).forEach(i -> all[i] = true);
        return Tensor.ofBits(spec, all);
    }

    private Tensor floats(TensorSpec spec, int from) {
        int elements = spec.elements();
        float[] values = new float[steps * elements];
        int there = Math.min(elements, width - from); // none where there is no robot
        for (int t = 0; t < steps && there > 0; t++) {
            System.arraycopy(numbers, t * width + from, values, t * elements, there);
        }
        return Tensor.ofFloats(spec, values);
    }

    private Tensor ink(TensorSpec spec, Binariser binariser) {
        boolean[] ink = new boolean[steps() * spec.elements()];
        IntStream.range(0, steps()).forEach(t -> binariser.write(pictures.get(t), ink, t * spec.elements()));
        return Tensor.ofBits(spec, ink);
    }

    /** Colours become the outermost axis. */
    private Tensor bytes(TensorSpec spec) {
        byte[] all = new byte[steps() * spec.elements()];
        int at = 0;
        for (Picture picture : pictures.subList(0, steps())) {
            for (int channel = 0; channel < picture.channels(); channel++) {
                picture.copyChannel(channel, all, at);
                at += picture.height() * picture.width();
            }
        }
        return Tensor.ofBytes(spec, all);
    }

    /** Share of pixels that are ink in each frame. */
    static double[] ink(Tensor frames) {
        double[] share = new double[frames.rows()];
        Arrays.setAll(share, t -> {
            float[] pixels = frames.floats(t);
            double sum = 0;
            for (float pixel : pixels) {
                sum += pixel;
            }
            return sum / pixels.length;
        });
        return share;
    }
}
