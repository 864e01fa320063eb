package io.cradle.ingest.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Split;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class McapFormatTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "zstd", "lz4"})
    void anyCompressionGivesTheSameStreams(String compression) {
        McapWriter writer = McapWriter.file().chunk(compression, chunk -> {
            chunk.channel(1, 0, "/arm/joints", "json");
            chunk.channel(2, 0, "/arm/cmd", "json");
            for (int i = 0; i < 400; i++) {
                chunk.json(1, i, "{\"q\":[%d,%d]}".formatted(i, -i));
            }
        });
        Reading reading = read(writer.chunk(compression, chunk -> chunk.json(2, 7, "{\"u\":0.5}"))
                .end());
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.track("/arm/joints").channels()).containsExactly("q[0]", "q[1]");
        assertThat(reading.track("/arm/joints").steps()).isEqualTo(400);
        assertThat(Reading.row(reading.track("/arm/joints"), 399)).containsExactly(399, -399);
        assertThat(Reading.rows(reading.track("/arm/cmd"))).containsExactly("7[0.5]");
    }

    @Test
    void messagesNeedNoChunk() {
        Reading reading = read(McapWriter.file()
                .channel(1, 0, "/q", "json")
                .json(1, 1, "{\"a\":1}")
                .record(9, McapWriter.fields().text("an attachment"))
                .record(0x99, McapWriter.fields().text("of a later version"))
                .json(1, 2, "{\"a\":2}")
                .end());
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.content()).containsExactly("/q OTHER [a] [1[1.0], 2[2.0]]");
    }

    @Test
    void aTakeIsItsFile() throws Exception {
        Files.createDirectories(directory.resolve("test"));
        Files.createDirectories(directory.resolve("more"));
        byte[] content =
                McapWriter.file().channel(1, 0, "/q", "json").json(1, 1, "1").end();
        McapWriter.save(directory.resolve("test/a.mcap"), content);
        McapWriter.save(directory.resolve("more/a.mcap"), content);
        McapFormat format = copy(McapFormat.of(RecordingFiles.find(directory, ".mcap")));
        List<Take> takes = format.recordings().stream()
                .flatMap(recording -> format.takes(recording, Findings.STRICT))
                .toList();
        assertThat(format.name()).isEqualTo("mcap 1");
        assertThat(takes).extracting(Take::name).containsExactly("more/a", "test/a");
        assertThat(takes.get(0).identity()).isEqualTo(takes.get(1).identity()).hasSize(64);
        assertThat(takes.get(1).declared()).contains(Split.TEST);
        assertThat(takes.get(0).tracks().get(0).channels()).containsExactly("value");
    }

    @Test
    void messagesAreCountedWhateverTheirEncoding() {
        Path file = McapWriter.save(
                directory.resolve("a.mcap"),
                McapWriter.file()
                        .channel(1, 0, "/q", "protobuf")
                        .json(1, 1, "?")
                        .json(1, 2, "?")
                        .end());
        assertThat(McapFormat.messages(new Recording(file.toString(), 0))).isEqualTo(2);
    }

    @Test
    void whatIsNoMcapFileIsRefusedAtOnce() {
        Path file = McapWriter.save(directory.resolve("a.mcap"), "#ROSBAG V2.0\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("a.mcap")
                .hasMessageContaining("does not start as an MCAP file");
        assertThatThrownBy(() -> McapFormat.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is none");
    }

    @ParameterizedTest
    @CsvSource({"protobuf, protobuf", "flatbuffer, flatbuffer", "ros1, ros1msg", "cdr, ros2idl", "cbor, ''"})
    void aTopicOfAnUnknownEncodingIsNoticed(String encoding, String schema) {
        Reading reading = read(McapWriter.file()
                .schema(3, "a/B", schema, "text")
                .channel(1, 3, "/strange", encoding)
                .channel(2, 0, "/q", "json")
                .json(1, 5, "...")
                .json(1, 6, "...")
                .json(2, 7, "{\"a\":1}")
                .end());
        assertThat(reading.take().tracks()).hasSize(1);
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.NOTICED);
            assertThat(finding.reason()).isEqualTo("encoding unsupported");
            assertThat(finding.place()).isEqualTo("topic /strange");
            assertThat(finding.detail()).contains("2 messages", "'" + encoding + "'", "convert the file");
        });
    }

    @Test
    void aFileWithoutNumbersIsRefused() {
        Reading reading = read(McapWriter.file()
                .channel(1, 0, "/log", "json")
                .json(1, 1, "{\"text\":\"hello\"}")
                .end());
        assertThat(reading.takes()).isEmpty();
        assertThat(reading.reasons()).containsExactly("no numbers", "nothing to read");
    }

    @Test
    void timeThatRunsBackwardsRefusesTheTake() {
        Reading reading = read(two("5", "4"));
        assertThat(reading.takes()).isEmpty();
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.REFUSED);
            assertThat(finding.reason()).isEqualTo("time runs backwards");
            assertThat(finding.text()).contains("topic /q", "4 ns follows one of 5 ns");
        });
        assertThat(read(two("5", "9223372036854775808")).findings().get(0).detail())
                .contains("9223372036854775808 ns", "later than the year 2262");
    }

    @Test
    void topicsMayBeOutOfOrderAmongEachOther() {
        Reading reading = read(McapWriter.file()
                .channel(1, 0, "/a", "json")
                .channel(2, 0, "/b", "json")
                .json(1, 9, "1")
                .json(2, 3, "1")
                .end());
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.take().tracks()).hasSize(2);
    }

    @Test
    void ofEqualStampsTheLastCounts() {
        Reading reading = read(McapWriter.file()
                .channel(1, 0, "/q", "json")
                .json(1, 4, "1")
                .json(1, 5, "2")
                .json(1, 5, "3")
                .json(1, 6, "4")
                .end());
        assertThat(reading.content()).containsExactly("/q OTHER [value] [4[1.0], 5[3.0], 6[4.0]]");
        assertThat(reading.reasons()).containsExactly("equal stamps");
        assertThat(reading.findings().get(0).detail()).startsWith("1 messages");
    }

    @Test
    void channelsOfOneTopicAreOneStreamIfTheyCarryTheSame() {
        Reading reading = read(McapWriter.file()
                .schema(1, "a/A", "jsonschema", "{}")
                .channel(1, 0, "/q", "json")
                .channel(2, 0, "/q", "json")
                .channel(3, 1, "/q", "json")
                .json(1, 1, "1")
                .json(2, 2, "2")
                .json(3, 3, "3")
                .end());
        assertThat(reading.content()).containsExactly("/q OTHER [value] [1[1.0], 2[2.0]]");
        assertThat(reading.reasons()).containsExactly("topic declared twice");
    }

    @ParameterizedTest
    @CsvSource({
        "/cmd, ACTION",
        "/base/cmd_vel, ACTION",
        "/arm/commands, ACTION",
        "/goal_state, ACTION",
        "/controller/joint_trajectory, ACTION",
        "/joint_states, PROPRIO",
        "/cmd/state, PROPRIO",
        "/odom, PROPRIO",
        "/camera/IMU, PROPRIO",
        "/joints, PROPRIO",
        "/commander, OTHER",
        "/temperature, OTHER"
    })
    void aTopicsNameTellsItsRole(String topic, Role role) {
        assertThat(TopicRoles.of(topic)).isEqualTo(role);
    }

    private static byte[] two(String first, String second) {
        return Stream.of(first, second)
                .map(Long::parseUnsignedLong)
                .reduce(
                        McapWriter.file().channel(1, 0, "/q", "json"),
                        (writer, time) -> writer.json(1, time, "1"),
                        (one, other) -> one)
                .end();
    }

    private Reading read(byte[] content) {
        return Reading.of(McapWriter.save(directory.resolve("file.mcap"), content));
    }

    private static McapFormat copy(McapFormat format) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(format);
        return (McapFormat) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }
}
