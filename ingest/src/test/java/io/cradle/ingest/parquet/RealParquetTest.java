package io.cradle.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** LeRobot's own files, written by pyarrow, where they are at hand. */
class RealParquetTest {
    private static final Path DATA = Path.of("../../shared/data");

    @Test
    void anEpisodeOfVersion21IsRead() {
        Path file = data("lerobot-v21-g1").resolve("data/chunk-000/episode_000028.parquet");
        try (ParquetRows episode = ParquetRows.open(file)) {
            ParquetCursor rows =
                    episode.read(List.of("observation.state", "timestamp", "frame_index", "episode_index"));
            int count = 0;
            int width = 0;
            while (rows.next()) {
                assertThat(rows.integer(2)).isEqualTo(count);
                assertThat(rows.integer(3)).isEqualTo(28);
                assertThat(rows.number(1)).isBetween(count / 31.0, count / 20.0 + 0.001);
                width = count == 0 ? rows.list(0).length : width;
                assertThat(rows.list(0)).hasSize(width).doesNotContain(Float.NaN);
                count++;
            }
            assertThat(count).isEqualTo((int) episode.rows()).isPositive();
        }
    }

    @Test
    void dataAndMetadataOfVersion3AreRead() {
        Path root = data("lerobot-v3-so101");
        try (ParquetRows data = ParquetRows.open(root.resolve("data/chunk-000/file-000.parquet"));
                ParquetRows episodes = ParquetRows.open(root.resolve("meta/episodes/chunk-000/file-000.parquet"))) {
            ParquetCursor rows = data.read(List.of("observation.state", "action", "index"));
            while (rows.next()) {
                assertThat(rows.integer(2)).isEqualTo(rows.row());
                assertThat(rows.list(0)).hasSameSizeAs(rows.list(1));
            }
            assertThat(rows.row()).isEqualTo(data.rows() - 1);
            ParquetCursor episode = episodes.read(List.of("episode_index", "tasks", "length"));
            while (episode.next()) {
                assertThat(episode.integer(0)).isEqualTo(episode.row());
                assertThat(episode.texts(1)).isNotEmpty();
                assertThat(episode.integer(2)).isPositive();
            }
            assertThat(episodes.columns()).anyMatch(column -> column.kind() == ParquetColumn.Kind.OTHER);
        }
    }

    private static Path data(String name) {
        Path path = DATA.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(path), () -> "Skipped: there is no real data at " + path);
        return path;
    }
}
