package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;

class LevelsTest {
    /** Levels as Parquet writes them, with a byte behind them. */
    private static ByteBuffer written(int[] levels, int width) throws IOException {
        RunLengthBitPackingHybridEncoder encoder =
                new RunLengthBitPackingHybridEncoder(width, 16, 1 << 12, new HeapByteBufferAllocator());
        for (int level : levels) {
            encoder.writeInt(level);
        }
        byte[] bytes = encoder.toBytes().toByteArray();
        return ByteBuffer.allocate(Integer.BYTES + bytes.length + 1)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length)
                .put(bytes)
                .put((byte) 77)
                .rewind();
    }

    /** Runs by their lengths: of 1, of 0, of 1 …, short ones and long ones. */
    private static int[] runs(List<Integer> lengths, int most) {
        return IntStream.range(0, lengths.size())
                .flatMap(i -> IntStream.generate(() -> i % 2 == 0 ? most : (i / 2) % (most + 1))
                        .limit(lengths.get(i)))
                .toArray();
    }

    @Property(tries = 500)
    void beginningsAreFoundWhereverTheyAre(@ForAll @Size(max = 12) List<@IntRange(max = 40) Integer> lengths)
            throws IOException {
        int[] levels = runs(lengths, 1);
        int[] zeros =
                IntStream.range(0, levels.length).filter(i -> levels[i] == 0).toArray();
        ByteBuffer page = written(levels, 1);
        int[] starts = new int[zeros.length];

        assertThat(Levels.starts(page, levels.length, starts)).isEqualTo(zeros.length);
        assertThat(starts).isEqualTo(zeros);
        assertThat(page.get()).as("what follows").isEqualTo((byte) 77);
    }

    @Property(tries = 500)
    void presentValuesAreCountedAtEveryWidth(
            @ForAll @Size(max = 12) List<@IntRange(max = 40) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 9) int most)
            throws IOException {
        int[] levels = runs(lengths, most);
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(most);
        ByteBuffer page = written(levels, width);

        assertThat(Levels.present(page, levels.length, most)).isEqualTo((int)
                IntStream.of(levels).filter(level -> level == most).count());
        assertThat(page.get()).as("what follows").isEqualTo((byte) 77);
    }

    @Test
    void moreBeginningsThanThereIsRoomForAreCountedAndNotKept() throws IOException {
        int[] one = new int[1];
        assertThat(Levels.starts(written(new int[] {0, 0, 0}, 1), 3, one)).isEqualTo(3);
        assertThat(one).containsExactly(0);
    }

    @Test
    void levelsThatEndTooSoonAreRefused() throws IOException {
        ByteBuffer page = written(new int[] {0, 1, 1}, 1);
        assertThatThrownBy(() -> Levels.starts(page, 300, new int[1])).isInstanceOf(BufferUnderflowException.class);
        ByteBuffer longer = ByteBuffer.wrap(new byte[] {9, 0, 0, 0, 1}).order(ByteOrder.LITTLE_ENDIAN);
        assertThatThrownBy(() -> Levels.starts(longer, 1, new int[1]))
                .isInstanceOf(IOException.class)
                .hasMessage("levels of a page have 9 bytes of 1");
        ByteBuffer nothing = ByteBuffer.wrap(new byte[] {2, 0, 0, 0, 0, 1}).order(ByteOrder.LITTLE_ENDIAN);
        assertThatThrownBy(() -> Levels.starts(nothing, 1, new int[1])).isInstanceOf(BufferUnderflowException.class);
    }
}
