package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BlobsTest {
    private static List<Blob> blobs(String... rows) {
        float[] frame = new float[rows.length * rows[0].length()];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = rows[i / rows[0].length()].charAt(i % rows[0].length()) == '#' ? 1 : 0;
        }
        return Blobs.of(frame, rows.length, rows[0].length());
    }

    @Test
    void cornersConnectAndGapsDoNot() {
        assertThat(blobs("#..", ".#.", "..#")).hasSize(1);
        assertThat(blobs("#.#", "...", "#.#")).hasSize(4);
        assertThat(blobs("...", "...")).isEmpty();
    }

    @Test
    void aCentroidIsTheMeanOfItsPixels() {
        Blob blob = blobs(".....", ".##..", ".##..").get(0);
        assertThat(blob.y()).isEqualTo(1.5);
        assertThat(blob.x()).isEqualTo(1.5);
        assertThat(blob.area()).isEqualTo(4);
    }

    @Test
    void thingsAreMatchedSoThatAllTogetherLieNearest() {
        // Greedy would give the right one of the first row to the left one of the second, and leave four pixels for the
        // other pair.
        Matching matching = Matching.of(blobs("..#...#.."), blobs("#...#...."));
        assertThat(matching.centroidError()).isCloseTo(2, within(1e-12));
        assertThat(matching.countError()).isZero();
    }

    @Test
    void aMissingThingIsCountedAndNotMatched() {
        Matching matching = Matching.of(blobs("#........"), blobs("#.......#"));
        assertThat(matching.pairs()).hasSize(1);
        assertThat(matching.centroidError()).isZero();
        assertThat(matching.countError()).isEqualTo(1);
    }

    @Test
    void withNothingToMatchThereIsNoError() {
        assertThat(Matching.of(List.of(), blobs("#")).centroidError()).isNaN();
        assertThat(Matching.of(List.of(), blobs("#")).countError()).isEqualTo(1);
    }

    @Test
    void aThingTwiceAsLargeIsOffByItsOwnArea() {
        assertThat(Matching.of(blobs("##"), blobs("#.")).areaError()).isEqualTo(1);
    }

    @Property(tries = 100)
    void noOtherMatchingLiesNearer(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(max = 30) Integer> left,
            @ForAll @Size(min = 2, max = 5) List<@IntRange(max = 30) Integer> right) {
        List<Blob> lefts = left.stream().map(x -> dot(x, 0)).toList();
        List<Blob> rights = right.stream().map(x -> dot(x, 2)).toList();
        Matching matching = Matching.of(lefts, rights);
        int pairs = Math.min(left.size(), right.size());

        assertThat(matching.pairs()).hasSize(pairs);
        assertThat(matching.countError()).isEqualTo(Math.abs(left.size() - right.size()));
        double least = left.size() <= right.size() ? least(lefts, rights) : least(rights, lefts);
        assertThat(matching.centroidError()).isCloseTo(least / pairs, within(1e-9));
    }

    private static Blob dot(int x, int y) {
        return new Blob(List.of(31 * y + x), y, x);
    }

    /** The least total distance, over all ways to give each of the fewer one of the more. */
    private static double least(List<Blob> fewer, List<Blob> more) {
        if (fewer.isEmpty()) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < more.size(); i++) {
            List<Blob> others = new ArrayList<>(more);
            double distance = fewer.get(0).distance(others.remove(i));
            least = Math.min(least, distance + least(fewer.subList(1, fewer.size()), others));
        }
        return least;
    }

    @Test
    void aFrameOnItsSideHasItsThingsElsewhere() {
        List<Blob> truth = blobs("#....", "#....", ".....", ".....", ".....");
        List<Blob> turned = blobs("##...", ".....", ".....", ".....", ".....");

        assertThat(Matching.of(turned, truth).centroidError()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(Matching.of(truth, truth).centroidError()).isZero();
    }
}
