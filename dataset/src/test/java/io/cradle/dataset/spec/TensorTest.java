package io.cradle.dataset.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TensorTest {
    private static final TensorSpec PIXELS = TensorSpec.frame("lcd", 3, 7, 10);

    private static TensorSpec spec(Encoding encoding, int elements) {
        return new TensorSpec(
                "t",
                encoding,
                encoding == Encoding.PNG ? List.of(1, elements) : List.of(elements),
                List.of(),
                Scaling.NONE,
                0,
                1,
                0);
    }

    @Property(tries = 200)
    void bitsReadBackAtTheirPlaceAndPaddingStaysClear(
            @ForAll @Size(max = 60) List<Boolean> ink, @ForAll @IntRange(min = 1, max = 20) int elements) {
        boolean[] values = new boolean[ink.size() / elements * elements];
        IntStream.range(0, values.length).forEach(i -> values[i] = ink.get(i));
        Tensor tensor = Tensor.ofBits(spec(Encoding.BITS, elements), values);

        assertThat(tensor.rows()).isEqualTo(values.length / elements);
        for (int i = 0; i < values.length; i++) {
            assertThat(tensor.bit(i / elements, i % elements)).isEqualTo(values[i]);
            assertThat(tensor.value(i / elements, i % elements)).isEqualTo(values[i] ? 1f : 0f);
        }
        long lit = IntStream.range(0, values.length).filter(i -> values[i]).count();
        byte[] bytes = tensor.bytes();
        assertThat(IntStream.range(0, bytes.length)
                        .map(i -> Integer.bitCount(Byte.toUnsignedInt(bytes[i])))
                        .sum())
                .isEqualTo((int) lit);
    }

    @Property(tries = 200)
    void floatsKeepTheirRawBits(@ForAll @Size(max = 30) List<Integer> raw) {
        float[] values = new float[raw.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = Float.intBitsToFloat(raw.get(i)));
        Tensor tensor = Tensor.ofFloats(spec(Encoding.F32, 1), values);

        for (int i = 0; i < values.length; i++) {
            assertThat(Float.floatToRawIntBits(tensor.value(i, 0))).isEqualTo(raw.get(i));
        }
    }

    @Property(tries = 200)
    void longsAndTheirBytesAreOne(@ForAll @Size(max = 30) List<Long> raw) {
        Tensor tensor = Tensor.ofLongs(
                spec(Encoding.I64, 1), raw.stream().mapToLong(Long::longValue).toArray());

        assertThat(IntStream.range(0, raw.size()).mapToObj(i -> tensor.integer(i, 0)))
                .isEqualTo(raw);
        assertThat(Tensor.ofBytes(tensor.spec(), tensor.bytes())).isEqualTo(tensor);
    }

    @Property(tries = 200)
    void slicesJoinToTheWhole(
            @ForAll @Size(max = 60) byte[] bytes,
            @ForAll @IntRange(min = 1, max = 4) int elements,
            @ForAll @IntRange(max = 60) int cutAt) {
        byte[] whole = java.util.Arrays.copyOf(bytes, bytes.length / elements * elements);
        Tensor tensor = Tensor.ofBytes(spec(Encoding.U8, elements), whole);
        int cut = Math.min(cutAt, tensor.rows());

        assertThat(Tensor.concat(List.of(tensor.slice(0, cut), tensor.slice(cut, tensor.rows()))))
                .isEqualTo(tensor);
    }

    @Property(tries = 200)
    void aSliceIsWhatACopyOfItsRowsWouldBe(
            @ForAll Encoding encoding,
            @ForAll @IntRange(min = 1, max = 20) int elements,
            @ForAll @IntRange(max = 9) int from,
            @ForAll @IntRange(max = 9) int count,
            @ForAll long seed)
            throws IOException, ClassNotFoundException {
        Tensor whole = random(spec(encoding, elements), 18, seed);
        Tensor slice = whole.slice(from, from + count);
        int bytes = whole.spec().bytes();
        Tensor copy = Tensor.ofBytes(whole.spec(), whole.bytes(), from * bytes, (from + count) * bytes);

        assertThat(slice).isEqualTo(copy).hasSameHashCodeAs(copy);
        assertThat(slice.bytes()).isEqualTo(copy.bytes());
        assertThat(slice.rows()).isEqualTo(count);
        assertThat(travelled(slice)).isEqualTo(copy);
        assertThat(slice.slice(0, count)).isEqualTo(copy);
        assertThatThrownBy(() -> slice.slice(0, count + 1)).isInstanceOf(IndexOutOfBoundsException.class);
        if (encoding != Encoding.I64) {
            assertThat(slice.floats()).isEqualTo(copy.floats());
            assertThatThrownBy(() -> slice.value(count, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Property(tries = 200)
    void rowsAreCopiedAsTheirSingleValues(
            @ForAll @IntRange(max = 2) int encoding,
            @ForAll @IntRange(min = 1, max = 20) int elements,
            @ForAll @IntRange(max = 4) int from,
            @ForAll @IntRange(max = 3) int offset,
            @ForAll long seed) {
        Tensor tensor =
                random(spec(List.of(Encoding.BITS, Encoding.U8, Encoding.F32).get(encoding), elements), 7, seed);
        float[] copied = new float[offset + 3 * elements];
        tensor.copyFloats(from, from + 3, copied, offset);

        for (int i = 0; i < 3 * elements; i++) {
            assertThat(Float.floatToRawIntBits(copied[offset + i]))
                    .isEqualTo(Float.floatToRawIntBits(tensor.value(from + i / elements, i % elements)));
        }
        assertThatThrownBy(() -> tensor.copyFloats(from, from + 3, copied, offset + 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tensor.copyFloats(5, 8, new float[200], 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Tensor random(TensorSpec spec, int rows, long seed) {
        byte[] bytes = new byte[rows * spec.bytes()];
        new Random(seed).nextBytes(bytes);
        int used = spec.elements() % Byte.SIZE;
        if (spec.encoding() == Encoding.BITS && used > 0) {
            for (int row = 1; row <= rows; row++) {
                bytes[row * spec.bytes() - 1] &= (byte) ((1 << used) - 1);
            }
        }
        return Tensor.ofBytes(spec, bytes);
    }

    @Test
    void aPngIsAPicture() {
        assertThatThrownBy(
                        () -> new TensorSpec("t", Encoding.PNG, List.of(4, 5, 3), List.of(), Scaling.NONE, 0, 255, 0))
                .hasMessage("Invalid shape [4, 5, 3] of tensor 't': a PNG is [height, width] or [3, height, width]");
    }

    @Test
    void nobodyCanWriteToATensor() {
        byte[] bytes = {1, 2, 3};
        Tensor tensor = Tensor.ofBytes(spec(Encoding.U8, 1), bytes);
        bytes[0] = 9;
        tensor.bytes()[1] = 9;

        assertThat(tensor.bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void packsLeastSignificantBitFirstAndEachRowOnAByteOfItsOwn() {
        boolean[] ink = new boolean[42];
        ink[0] = true;
        ink[9] = true;
        ink[21 + 20] = true;

        assertThat(Tensor.ofBits(PIXELS, ink).bytes()).containsExactly(1, 2, 0, 0, 0, 16);
    }

    @Test
    void travelsThroughSerialisation() throws IOException, ClassNotFoundException {
        Tensor tensor = Tensor.ofFloats(spec(Encoding.F32, 2), new float[] {1, -0.0f});

        assertThat(travelled(tensor)).isEqualTo(tensor).hasSameHashCodeAs(tensor);
        Tensor large = Tensor.ofBytes(spec(Encoding.U8, 1), new byte[100_000]);
        assertThat(serialised(large.slice(500, 501)))
                .as("a slice travels alone")
                .hasSizeLessThan(1_500);
    }

    private static Object travelled(Tensor tensor) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(new ByteArrayInputStream(serialised(tensor))).readObject();
    }

    private static byte[] serialised(Tensor tensor) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(tensor);
        return bytes.toByteArray();
    }

    @Test
    void dataThatIsNoWholeNumberOfRowsIsRefused() {
        assertThatThrownBy(() -> Tensor.ofBytes(spec(Encoding.U8, 2), new byte[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid data of tensor 't': 3 bytes are no whole number of rows of 2");
        assertThatThrownBy(() -> Tensor.ofFloats(spec(Encoding.F32, 2), new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid data of tensor 't': 12 bytes are no whole number of rows of 8");
        assertThatThrownBy(() -> Tensor.ofBits(PIXELS, new boolean[30]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid data of tensor 'lcd': 30 bits are no whole number of rows of 21");
    }

    @Test
    void paddingThatIsSetIsRefusedSinceEqualContentMustHashEqual() {
        assertThatThrownBy(() -> Tensor.ofBytes(PIXELS, new byte[] {0, 0, 0, 0, 0, 32}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid data of tensor 'lcd': row 1 has bits set after its 21 elements; clear them");
        assertThat(Tensor.ofBytes(PIXELS, new byte[] {0, 0, 0, 0, 0, 31}).rows())
                .isEqualTo(2);
    }

    @Test
    void stepsAndElementsThatAreNotThereAreRefused() {
        Tensor tensor = Tensor.ofBits(PIXELS, new boolean[42]);

        for (int[] range : new int[][] {{0, 3}, {-1, 1}, {2, 1}}) {
            assertThatThrownBy(() -> tensor.slice(range[0], range[1])).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatThrownBy(() -> tensor.bit(0, 21)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tensor.value(0, 24)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tensor.value(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(tensor.slice(2, 2).rows()).isZero();
    }

    @Test
    void oneEncodingIsNotTakenForAnother() {
        Tensor time = Tensor.ofLongs(spec(Encoding.I64, 1), new long[] {5});

        assertThatThrownBy(() -> time.value(0, 0))
                .hasMessage("Cannot read tensor 't' as float: it holds I64; use longs");
        assertThatThrownBy(() -> time.floats())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot read tensor 't' as float: it holds I64; use longs");
        assertThatThrownBy(() -> time.bit(0, 0)).hasMessage("Cannot use tensor 't' as BITS: it holds I64");
        assertThatThrownBy(() -> Tensor.ofFloats(PIXELS, new float[0]))
                .hasMessage("Cannot use tensor 'lcd' as F32: it holds BITS");
    }

    @Test
    void onlyTensorsOfOneKindAreJoined() {
        Tensor bytes = Tensor.ofBytes(spec(Encoding.U8, 1), new byte[1]);
        Tensor longs = Tensor.ofLongs(spec(Encoding.I64, 1), new long[1]);

        assertThatThrownBy(() -> Tensor.concat(List.of(bytes, longs)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("differ");
        assertThatThrownBy(() -> Tensor.concat(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot join tensors: there is none");
    }

    @Test
    void u8IsUnsigned() {
        assertThat(Tensor.ofBytes(spec(Encoding.U8, 2), new byte[] {-1, 0}).floats(0))
                .containsExactly(255, 0);
    }
}
