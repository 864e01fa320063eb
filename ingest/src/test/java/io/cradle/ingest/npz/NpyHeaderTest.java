package io.cradle.ingest.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyHeaderTest {
    @Property(tries = 200)
    void readsBackWhatWasWritten(
            @ForAll NpyType type,
            @ForAll @Size(max = 6) List<@IntRange(max = 2_000_000) Integer> shape,
            @ForAll @IntRange(min = 1, max = 3) int version)
            throws IOException {
        Assume.that(type != NpyType.TEXT);
        byte[] head = NpyArrays.head(version, type, shape);
        ByteArrayInputStream in = new ByteArrayInputStream(head);
        assertThat(NpyHeader.read(in)).isEqualTo(new NpyHeader(type, shape, head.length));
        assertThat(in.available()).isZero();
    }

    @Property(tries = 200)
    void anyHeadThatIsCutShortSaysSo(@ForAll @IntRange(max = 127) int length) {
        byte[] head = NpyArrays.head(1, NpyType.F64, List.of(25, 100, 3));
        assertThatThrownBy(() -> read(Arrays.copyOf(head, length)))
                .isInstanceOf(EOFException.class)
                .hasMessage("it ends inside its header");
    }

    @Property(tries = 500)
    void noFlippedByteEscapesAsAnythingButARefusal(
            @ForAll @IntRange(max = 127) int at, @ForAll @IntRange(min = 1, max = 255) int flip) {
        byte[] head = NpyArrays.head(1, NpyType.F64, List.of(25, 100, 3));
        head[at] ^= (byte) flip;
        try {
            assertThat(read(head).shape()).hasSizeLessThanOrEqualTo(32);
        } catch (IllegalArgumentException | IOException refused) {
            assertThat(refused).hasMessageStartingWith("it");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "O    | False | (3,)     | Python objects",
                ">f8  | False | (3,)     | it is big-endian (dtype '>f8'); save it as little-endian with .astype('<f8')",
                "<c8  | False | (3,)     | its dtype '<c8' is not read; save it as one of",
                "<U0  | False | (3,)     | its dtype '<U0' is not read",
                "<f8  | True  | (3, 4)   | it is in Fortran order; save it with np.ascontiguousarray",
                "<f8  | False | (9999999999,) | its shape has a size of '9999999999', more than 2147483647",
                "<f8  | False | (3L,)    | its header is not NumPy's",
                "<f8  | False | (1 2,)   | its shape has a size of '1 2'",
                "<f8  | 0     | (3,)     | its header is not NumPy's",
                "<f8  | False | 3        | its header is not NumPy's",
            })
    void refusesWhatItDoesNotRead(String type, String fortran, String shape, String problem) {
        String descr = type.equals("O") ? "|O" : type;
        assertThatThrownBy(() -> read(NpyArrays.head(1, NpyArrays.dictionary(descr, fortran, shape))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'descr': '<f8', 'fortran_order': False}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), 'more': 1}",
                "{'descr': '<f8', 'descr': '<f4', 'fortran_order': False, 'shape': (3,)}",
                "{'descr': __import__('os'), 'fortran_order': False, 'shape': (3,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-3,)}"
            })
    void refusesOtherDictionaries(String dictionary) {
        assertThatThrownBy(() -> read(NpyArrays.head(1, dictionary)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("its header is not NumPy's: ")
                .hasMessageEndingWith("; save it with NumPy");
    }

    @Test
    void textsHaveTheirLettersAsLastAxis() throws IOException {
        NpyHeader header = read(NpyArrays.head(1, NpyArrays.dictionary("<U12", "False", "(5,)")));
        assertThat(header.type()).isEqualTo(NpyType.TEXT);
        assertThat(header.shape()).containsExactly(5, 12);
        assertThat(header.bytes()).isEqualTo(5 * 12 * 4);
    }

    @Test
    void keysMayStandInAnyOrderWithoutALastComma() throws IOException {
        NpyHeader header = read(NpyArrays.head(1, "{'shape': (), 'descr': '|b1', 'fortran_order': False}"));
        assertThat(header.type()).isEqualTo(NpyType.BOOL);
        assertThat(header.shape()).isEmpty();
        assertThat(header.bytes()).isEqualTo(1);
    }

    @Test
    void aClaimedLengthTakesNoMemory() {
        assertThatThrownBy(() -> read(NpyArrays.head(2, -1, "")))
                .hasMessage("its header claims 4294967295 bytes, more than 10000; save plain numbers");
    }

    @Test
    void anUnknownVersionIsNamed() {
        assertThatThrownBy(() -> read(NpyArrays.head(9, 4, "")))
                .hasMessage("its format version 9 is not known; save it with NumPy's version 1, 2 or 3");
    }

    private static NpyHeader read(byte[] head) throws IOException {
        return NpyHeader.read(new ByteArrayInputStream(head));
    }
}
