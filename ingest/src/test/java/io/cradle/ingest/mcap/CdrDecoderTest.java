package io.cradle.ingest.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas of ROS 2 and the messages that they describe. */
class CdrDecoderTest {
    private static final String ALL = """
            # comment
            int32 A=5
            string TEXT="a = b"   # a constant
            uint8 MODE = 1
            bool on
            byte raw
            char letter
            int8 small
            uint8 byte_
            int16 short_
            uint16 ushort
            int32 int_ -3
            uint32 uint 7
            int64 long_
            uint64 ulong
            float32 single 1.5
            float64 double_
            string<=10 label "x = y"
            float64[2] pair
            int16[<=3] upTo
            string[] names
            Inner[] inner
            other/msg/Empty empty
            builtin_interfaces/Time when
            builtin_interfaces/Duration lasts
            uint32 seq
            """
            + RosTexts.BAR
            + "MSG: pkg/Inner\nint8 a\nfloat64 b\n"
            + RosTexts.BAR
            + "MSG: other/Empty\n# nothing\nint8 CONSTANT=1\n";

    @ParameterizedTest
    @ValueSource(strings = {"little", "big", "second"})
    void everyTypeIsReadWhereItIsAligned(String order) {
        Numbers numbers = decode("pkg/msg/All", ALL, all(writer(order).get()));
        assertThat(numbers.fits()).isTrue();
        assertThat(numbers.names())
                .containsExactly(
                        "on",
                        "raw",
                        "letter",
                        "small",
                        "byte_",
                        "short_",
                        "ushort",
                        "int_",
                        "uint",
                        "long_",
                        "ulong",
                        "single",
                        "double_",
                        "pair[0]",
                        "pair[1]",
                        "upTo[0]",
                        "inner[0].a",
                        "inner[0].b",
                        "inner[1].a",
                        "inner[1].b",
                        "lasts.sec",
                        "lasts.nanosec");
        assertThat(numbers.row())
                .containsExactly(
                        1, 200, 65, -2, 254, -3, 65533, -4, 0x1p32f, -5, 0x1p64f, 1.5f, 2.5f, 3, 4, -6, 1, 10, 2, 20, 8,
                        9);
    }

    @Test
    void everyCutMessageIsRefused() {
        byte[] whole = all(CdrWriter.little());
        for (int length = 0; length < whole.length - Integer.BYTES; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decode("pkg/msg/All", ALL, cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("bytes left where");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A a, nests 'p/A' in itself",
        "wstring a, wstring",
        "float64[0] a, float64[0] a",
        "float64, the line 'float64'",
        "float64[a] b, float64[a] b",
        "Missing m, does not define 'p/Missing'"
    })
    void aSchemaThatCannotBeReadIsRefused(String text, String words) {
        assertThatThrownBy(() -> RosSchema.parse("p/msg/A", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aSchemaThatIsTooDeepIsRefused() {
        StringBuilder text = new StringBuilder("T0 t");
        for (int i = 0; i < 100; i++) {
            text.append(RosTexts.BAR).append("MSG: p/T%d\nT%d t".formatted(i, i + 1));
        }
        assertThatThrownBy(() -> RosSchema.parse("p/msg/A", text.toString())).hasMessageContaining("deeper than 32");
    }

    @Test
    void aSchemaThatUnfoldsEndlesslyEndsWithTheMessage() {
        StringBuilder text = new StringBuilder("T0[100000] a");
        for (int i = 0; i < 20; i++) {
            text.append(RosTexts.BAR).append("MSG: p/T%d\nT%d[100000] a\nT%d b".formatted(i, i + 1, i + 1));
        }
        text.append(RosTexts.BAR).append("MSG: p/T20\nstring s");
        assertThatThrownBy(() -> decode("p/msg/A", text.toString(), new byte[] {0, 1, 0, 0, 1, 0, 0, 0, 0}))
                .hasMessageContaining("bytes left where");
    }

    @Test
    void headersNeedNoDefinition() {
        Numbers numbers = decode(
                "p/msg/A",
                "Header header\nfloat64 x",
                CdrWriter.little().header().float64(3).end());
        assertThat(numbers.fits()).isTrue();
        assertThat(numbers.names()).containsExactly("x");
    }

    private static Numbers decode(String name, String schema, byte[] message) {
        Numbers numbers = new Numbers(Numbers.Naming.PATHS);
        numbers.begin();
        new CdrDecoder(RosSchema.parse(name, schema)).decode(ByteBuffer.wrap(message), numbers);
        return numbers;
    }

    private static Supplier<CdrWriter> writer(String order) {
        return switch (order) {
            case "little" -> CdrWriter::little;
            case "big" -> CdrWriter::big;
            default -> CdrWriter::second;
        };
    }

    private static byte[] all(CdrWriter out) {
        out.int8(1)
                .int8(200)
                .int8('A')
                .int8(-2)
                .int8(254)
                .int16(-3)
                .int16(-3)
                .int32(-4)
                .int32(-4);
        out.int64(-5)
                .int64(-1)
                .float32(1.5f)
                .float64(2.5)
                .text("joint")
                .float64(3)
                .float64(4);
        out.int32(1)
                .int16(-6)
                .int32(2)
                .text("x")
                .text("yy")
                .int32(2)
                .int8(1)
                .float64(10)
                .int8(2)
                .float64(20);
        return out.int8(0).int32(6).int32(7).int32(8).int32(9).int32(10).end();
    }
}
