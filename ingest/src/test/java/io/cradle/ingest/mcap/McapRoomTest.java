package io.cradle.ingest.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Finding.Kind;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.Take;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty messages of two numbers of joints, as many of what nobody asks for. */
class McapRoomTest {
    private static final int MESSAGES = 50;

    @TempDir
    Path directory;

    private final List<Finding> findings = new ArrayList<>();
    private Path file;

    @BeforeEach
    void twoTopics() {
        McapWriter writer = McapWriter.file().channel(1, 0, "/joints", "json").channel(2, 0, "/battery", "json");
        for (int i = 0; i < MESSAGES; i++) {
            writer.json(1, i, "{\"q\":[%d,1]}".formatted(i)).json(2, i, "{\"v\":[%d,1]}".formatted(i));
        }
        file = McapWriter.save(directory.resolve("a.mcap"), writer.end());
    }

    private List<Take> read(Taken taken, long most) {
        return McapTake.read(file, "a", new Room(taken, most), findings::add).stream()
                .toList();
    }

    private static Taken named(String proprio) {
        return new Taken(false, List.of(proprio), List.of());
    }

    @Test
    void whatIsTakenAndFitsIsRead() {
        assertThat(read(named("/joints"), 3 * MESSAGES + 3)).hasSize(1);
        assertThat(findings).isEmpty();
    }

    @Test
    void moreNumbersThanFitAreRefusedWithWhatToDo() {
        assertThat(read(named("/joints"), 3 * MESSAGES - 1)).isEmpty();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.REFUSED);
            assertThat(finding.reason()).isEqualTo("too large");
            assertThat(finding.file()).endsWith("a.mcap");
            assertThat(finding.detail())
                    .contains("more than 149 numbers")
                    .contains("ingest.streams.proprio")
                    .contains("cut the recording");
        });
    }

    @Test
    void ofTopicsThatNobodyTakesARowIsKept() {
        McapFormat format = McapFormat.of(List.of(new Recording(file.toString(), 1)), List.of(), List.of());
        Take take = format.takes(format.recordings().get(0), Findings.STRICT)
                .findFirst()
                .orElseThrow();
        assertThat(take.tracks())
                .extracting(track -> track.name() + " " + track.steps())
                .containsExactly("/battery 1", "/joints " + MESSAGES);
    }

    @Test
    void topicsThatAreNamedReplaceThoseWhoseNamesSaySo() {
        assertThat(named("/battery").has("/battery")).isTrue();
        assertThat(named("/battery").has("/joints")).isFalse();
        assertThat(named("/battery").has("/cmd")).as("of another role").isTrue();
        assertThat(Taken.ALL.has("/anything")).isTrue();
    }

    @Test
    void theSameFormatSaysTheSameOfItselfSoThatAResumedJobKnowsItsBatches() {
        List<Recording> recordings = List.of(new Recording("/there/a.mcap", 1));
        assertThat(McapFormat.of(recordings))
                .hasToString(McapFormat.of(recordings).toString());
    }
}
