package io.cradle.ingest.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Files of the official writer, where they lie beside the repository. */
class McapRealFilesTest {
    private static final Path DATA = Path.of("../../shared/data/mcap");

    @Test
    void allCompressionsOfTheOfficialWriterGiveTheSameStreams() {
        Reading none = Reading.of(data("gen_none.mcap"));
        assertThat(none.findings()).isEmpty();
        assertThat(none.track("/joints").channels()).containsExactly("q[0]", "q[1]", "i");
        assertThat(none.track("/joints").steps()).isEqualTo(4000);
        assertThat(none.track("/joints").role()).isEqualTo(Role.PROPRIO);
        assertThat(none.track("/cmd").steps()).isEqualTo(1000);
        assertThat(none.track("/cmd").role()).isEqualTo(Role.ACTION);
        assertThat(none.track("/joints").time(0)).isEqualTo(20_000_000);
        assertThat(Reading.row(none.track("/joints"), 0))
                .containsExactly((float) 0.09983341664682815, (float) 0.9950041652780257, 1);
        for (String other : new String[] {"gen_zstd.mcap", "gen_lz4.mcap"}) {
            Reading reading = Reading.of(data(other));
            assertThat(reading.findings()).isEmpty();
            assertThat(reading.content()).isEqualTo(none.content());
        }
        assertThat(McapFormat.messages(new Recording(data("gen_lz4.mcap").toString(), 0)))
                .isEqualTo(5000);
    }

    @Test
    void theTruncatedFileGivesItsFirstMessages() {
        Reading whole = Reading.of(data("gen_none.mcap"));
        Reading cut = Reading.of(data("truncated.mcap"));
        int steps = cut.track("/joints").steps();
        assertThat(steps).isGreaterThan(500);
        assertThat(Reading.rows(cut.track("/joints")))
                .isEqualTo(Reading.rows(whole.track("/joints")).subList(0, steps));
        assertThat(cut.reasons()).containsExactly("truncated");
        assertThat(cut.findings().get(0).detail()).contains("of 60000", "copy it again or re-record");
    }

    private static Path data(String name) {
        Path path = DATA.resolve(name);
        Assumptions.assumeTrue(Files.isRegularFile(path), () -> "Skipped: there is no real data at " + path);
        return path;
    }
}
