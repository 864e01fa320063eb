package io.cradle.dataset.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final TensorSpec PAIR =
            new TensorSpec("pair", Encoding.U8, List.of(2), List.of(), Scaling.NONE, 0, 255, 10);
    private static final TensorSpec ONE =
            new TensorSpec("one", Encoding.U8, List.of(1), List.of(), Scaling.NONE, 0, 255, 10);

    private static List<Tensor> tensors(byte[] bytes) {
        int steps = bytes.length / 3;
        byte[] pairs = java.util.Arrays.copyOfRange(bytes, 0, 2 * steps);
        byte[] ones = java.util.Arrays.copyOfRange(bytes, 2 * steps, 3 * steps);
        return List.of(Tensor.ofBytes(PAIR, pairs), Tensor.ofBytes(ONE, ones));
    }

    private static List<Tensor> slice(List<Tensor> tensors, int from, int to) {
        return tensors.stream().map(tensor -> tensor.slice(from, to)).toList();
    }

    @Property(tries = 200)
    void segmentsMakeNoDifference(
            @ForAll @Size(min = 3, max = 90) byte[] bytes, @ForAll @IntRange(max = 30) int cutAt) {
        List<Tensor> whole = tensors(bytes);
        int steps = whole.get(0).rows();
        int cut = Math.min(cutAt, steps);

        assertThat(new ContentHash()
                        .segment(0, slice(whole, 0, cut))
                        .segment(cut, slice(whole, cut, steps))
                        .hex())
                .isEqualTo(ContentHash.of(whole));
    }

    @Property(tries = 200)
    void everyBitCounts(@ForAll @Size(value = 30) byte[] bytes, @ForAll @IntRange(max = 239) int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);

        assertThat(ContentHash.of(tensors(flipped))).isNotEqualTo(ContentHash.of(tensors(bytes)));
    }

    /** Golden: the bytes are written out by hand from the law in {@code docs/format.md}. */
    @Test
    void anEpisodeIsHashedStepByStep() {
        byte[] law = {0, 0, 0, 0, 10, 11, 50, 1, 0, 0, 0, 12, 13, 51};

        assertThat(ContentHash.of(tensors(new byte[] {10, 11, 12, 13, 50, 51}))).isEqualTo(Digests.sha256(law));
    }

    @Test
    void aTableIsHashedLineByLine() {
        assertThat(new ContentHash()
                        .line("a", "1")
                        .line("a", "1")
                        .line("b", "2")
                        .hex())
                .isEqualTo(Digests.sha256("a 1\na 1\nb 2\n"));
    }
}
