package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
}
