package io.cradle.dataset.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TensorTest {
    private static final TensorSpec PIXELS = TensorSpec.frame("lcd", 3, 7, 10);

    private static TensorSpec spec(Encoding encoding, int elements) {
        return new TensorSpec("t", encoding, List.of(elements), List.of(), Scaling.NONE, 0, 1, 0);
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(tensor);
        Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(read).isEqualTo(tensor).hasSameHashCodeAs(tensor);
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
