package io.cradle.ingest.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.ingest.take.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of numbers become tracks. */
class McapNumbersTest {
    private static final double[] NONE = {};

    @TempDir
    Path directory;

    @Test
    void nestedJsonIsFlattened() {
        Reading reading = json(
                "{\"pose\":{\"p\":[1,2],\"ok\":true},\"label\":\"x\",\"seq\":7,\"header\":{\"stamp\":{\"sec\":5},\"seq\":1},\"v\":-0.5e1,\"grid\":[[1],[2]]}");
        assertThat(reading.track("/q").channels())
                .containsExactly("pose.p[0]", "pose.p[1]", "pose.ok", "v", "grid[0][0]", "grid[1][0]");
        assertThat(Reading.rows(reading.track("/q"))).containsExactly("0[1.0, 2.0, 1.0, -5.0, 1.0, 2.0]");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void whatIsNotANumberStays() {
        Reading reading = json("{\"a\":1}", "{\"a\":NaN}", "{\"a\":-Infinity}", "{\"a\":null}");
        assertThat(Reading.rows(reading.track("/q"))).containsExactly("0[1.0]", "1[NaN]", "2[-Infinity]", "3[NaN]");
    }

    @Test
    void anotherOrderOfKeysIsPutRight() {
        Reading reading = json("{\"a\":1,\"b\":2}", "{\"b\":4,\"a\":3}");
        assertThat(Reading.rows(reading.track("/q"))).containsExactly("0[1.0, 2.0]", "1[3.0, 4.0]");
    }

    @Test
    void messagesOfOtherLengthAreLeftOutAndCounted() {
        Reading reading = json("{\"q\":[1,2]}", "{\"q\":[1,2,3]}", "{\"q\":[1]}", "{\"p\":[1,2]}", "{\"q\":[3,4]}");
        assertThat(Reading.rows(reading.track("/q"))).containsExactly("0[1.0, 2.0]", "4[3.0, 4.0]");
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo("other length");
            assertThat(finding.detail()).contains("3 messages", "the first at 1 ns", "q[0], q[1]");
        });
    }

    @Test
    void theFirstMessageWithNumbersDecides() {
        Reading reading = json("{\"q\":[]}", "{\"q\":[1", "{\"q\":[1]}");
        assertThat(Reading.rows(reading.track("/q"))).containsExactly("2[1.0]");
        assertThat(reading.reasons()).containsExactly("message unreadable", "no numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{}{}", "{\"a\":1}x", "[1,]", "\u0000"})
    void whatIsNoJsonIsCounted(String text) {
        Reading reading = json("{\"a\":1}", text);
        assertThat(reading.reasons()).containsExactly("message unreadable");
        assertThat(reading.findings().get(0).text()).contains("topic /q", "1 messages");
    }

    @Test
    void deepJsonIsUnreadable() {
        assertThat(json("1", "[".repeat(100_000)).reasons()).containsExactly("message unreadable");
    }

    @Test
    void aCloudOfNumbersIsLeftOut() {
        String many = IntStream.range(0, 5000).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        Reading reading = json(many, many);
        assertThat(reading.takes()).isEmpty();
        assertThat(reading.reasons()).containsExactly("too many numbers", "nothing to read");
        assertThat(reading.findings().get(0).detail()).contains("2 messages", "4096");
    }

    @Test
    void jointsNameTheirChannels() {
        byte[] first = CdrWriter.jointState(
                CdrWriter.little(), List.of("shoulder", "elbow"), new double[] {1, 2}, new double[] {3, Double.NaN});
        byte[] swapped = CdrWriter.jointState(
                CdrWriter.big(), List.of("elbow", "shoulder"), new double[] {20, 10}, new double[] {40, 30});
        byte[] other = CdrWriter.jointState(
                CdrWriter.little(), List.of("hip", "elbow"), new double[] {1, 2}, new double[] {3, 4});
        Reading reading = cdr("sensor_msgs/msg/JointState", RosTexts.JOINT_STATE, first, swapped, other);
        assertThat(reading.track("/q").channels())
                .containsExactly("shoulder.position", "elbow.position", "shoulder.velocity", "elbow.velocity");
        assertThat(Reading.rows(reading.track("/q")))
                .containsExactly("0[1.0, 2.0, 3.0, NaN]", "1[10.0, 20.0, 30.0, 40.0]");
        assertThat(reading.reasons()).containsExactly("other length");
    }

    @Test
    void jointsOfOneNameAreCalledByTheirPlace() {
        byte[] twins = CdrWriter.jointState(CdrWriter.little(), List.of("a", "a"), new double[] {1, 2}, NONE);
        assertThat(cdr("sensor_msgs/msg/JointState", RosTexts.JOINT_STATE, twins)
                        .track("/q")
                        .channels())
                .containsExactly("position[0]", "position[1]");
    }

    @Test
    void otherMessagesAreReadBySchema() {
        byte[] twist = CdrWriter.little()
                .float64(1)
                .float64(2)
                .float64(3)
                .float64(4)
                .float64(5)
                .float64(6)
                .end();
        Reading reading = cdr("geometry_msgs/msg/Twist", RosTexts.TWIST, twist);
        assertThat(reading.track("/q").channels())
                .containsExactly("linear.x", "linear.y", "linear.z", "angular.x", "angular.y", "angular.z");
        assertThat(Reading.rows(reading.track("/q"))).containsExactly("0[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]");
        assertThat(reading.take().tracks().get(0).role()).isEqualTo(Role.OTHER);
    }

    @Test
    void anArrayOfNumbersIsReadPastItsLayout() {
        byte[] array = CdrWriter.little()
                .int32(1)
                .text("joint")
                .int32(2)
                .int32(2)
                .int32(0)
                .floats64(0.5, -0.5)
                .end();
        Reading reading = cdr("std_msgs/msg/Float64MultiArray", RosTexts.MULTI_ARRAY, array);
        assertThat(reading.track("/q").channels())
                .containsExactly(
                        "layout.dim[0].size", "layout.dim[0].stride", "layout.data_offset", "data[0]", "data[1]");
        assertThat(Reading.row(reading.track("/q"), 0)).containsExactly(2, 2, 0, 0.5f, -0.5f);
    }

    @Test
    void messagesThatDoNotFitTheirSchemaAreCounted() {
        byte[] good = CdrWriter.jointState(CdrWriter.little(), List.of("a"), new double[] {1}, NONE);
        byte[] hostile = CdrWriter.little().header().int32(0xffffffffL).end();
        byte[] parameters = {0, 3, 0, 0, 1, 2, 3, 4};
        Reading reading =
                cdr("sensor_msgs/msg/JointState", RosTexts.JOINT_STATE, good, hostile, parameters, new byte[2]);
        assertThat(reading.track("/q").steps()).isEqualTo(1);
        assertThat(reading.reasons()).containsExactly("message unreadable");
        assertThat(reading.findings().get(0).detail()).contains("3 messages", "4294967295 are needed");
    }

    @Test
    void aTopicWhoseSchemaIsMissingIsNoticed() {
        Reading reading = cdr("a/msg/B", "Thing thing", new byte[8]);
        assertThat(reading.reasons()).containsExactly("schema unsupported", "nothing to read");
        assertThat(reading.findings().get(0).detail()).contains("does not define 'a/Thing'");
    }

    private Reading json(String... texts) {
        McapWriter writer = McapWriter.file().channel(1, 0, "/q", "json");
        for (int i = 0; i < texts.length; i++) {
            writer.json(1, i, texts[i]);
        }
        return read(writer);
    }

    private Reading cdr(String name, String schema, byte[]... messages) {
        McapWriter writer = McapWriter.file().schema(1, name, "ros2msg", schema).channel(1, 1, "/q", "cdr");
        for (int i = 0; i < messages.length; i++) {
            writer.message(1, i, messages[i]);
        }
        return read(writer);
    }

    private Reading read(McapWriter writer) {
        return Reading.of(McapWriter.save(directory.resolve("file.mcap"), writer.end()));
    }
}
