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
    private final Layout layout;
    private final boolean filmed;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<float[]> numbers = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final BitSet measured = new BitSet();
    private final int bits;

    Piece(Layout layout) {
        this.layout = layout;
        this.filmed = layout.find(Layout.FRAME).isPresent();
        this.bits = layout.require(Layout.VALID).elements();
    }

    /** Steps so far. */
    int steps() {
        return times.size();
    }

    /** Adds a step's numbers. */
    void add(long time, Numbers row) {
        float[] values = new float[row.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.value(i);
            measured.set(times.size() * bits + (filmed ? 1 : 0) + i, row.measured(i));
        }
        numbers.add(values);
        times.add(time);
    }

    /** Adds the picture of the last step, already scaled. */
    void add(Picture picture, boolean taken) {
        pictures.add(picture);
        measured.set((times.size() - 1) * bits, taken);
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
            case Layout.TIME ->
                Tensor.ofLongs(spec, times.stream().mapToLong(Long::longValue).toArray());
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
        float[] values = new float[steps() * spec.elements()];
        for (int t = 0; t < steps(); t++) {
            int there = Math.min(spec.elements(), numbers.get(t).length - from);
            System.arraycopy(numbers.get(t), from, values, t * spec.elements(), Math.max(0, there));
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
        int pixels = spec.elements() / pictures.get(0).channels();
        for (int i = 0; i < all.length; i++) {
            Picture picture = pictures.get(i / spec.elements());
            int pixel = i % spec.elements() % pixels;
            all[i] = (byte)
                    picture.value(pixel / picture.width(), pixel % picture.width(), i % spec.elements() / pixels);
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
