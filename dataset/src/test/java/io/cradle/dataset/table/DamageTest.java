package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data files that were damaged, without the checksums that Hadoop lays beside them: the pages' own must do. */
class DamageTest {
    private static final List<Episode> EPISODES = IntStream.range(0, 6)
            .mapToObj(i -> SyntheticEpisodes.one(61, i, 120))
            .toList();

    @TempDir
    Path folder;

    private EpisodeTable table;
    private Path file;
    private byte[] sound;

    @BeforeEach
    void write() throws IOException {
        table = EpisodeTable.at(LocalSpark.session(), folder.resolve("t").toString());
        table.write(
                LocalSpark.parallel(EPISODES, 2), SyntheticEpisodes.LAYOUT, WriteMode.CREATE, EpisodeTableTest.LINEAGE);
        file = Path.of(table.files().get(0));
        sound = Files.readAllBytes(file);
        try (Stream<Path> all = Files.list(folder.resolve("t"))) {
            all.filter(each -> each.getFileName().toString().endsWith(".crc")).forEach(DamageTest::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void refuses(Runnable reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOf(CorruptDataException.class)
                .hasMessageStartingWith("Cannot read '%s': ".formatted(file))
                .hasMessageNotContaining("\n");
    }

    private void allRefuse() {
        refuses(() -> table.describe());
        refuses(() -> table.statistics(Optional.empty()));
        refuses(() -> table.leaks());
    }

    @Test
    void aFileThatIsCutShortIsNamed() throws IOException {
        Files.write(file, Arrays.copyOf(sound, sound.length / 2));

        allRefuse();
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        Files.write(file, new byte[0]);

        allRefuse();
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        Files.delete(file);

        allRefuse();
    }

    @Test
    void aFlippedByteInAPageIsNamed() throws IOException {
        Files.write(file, flipped(sound.length / 3));

        allRefuse();
    }

    private byte[] flipped(int position) {
        byte[] damaged = sound.clone();
        damaged[position] ^= (byte) 0x5a;
        return damaged;
    }

    /** Anywhere: pages, their headers, indexes, the footer. What is read is what was written, or nothing. */
    @Test
    void noFlippedByteChangesWhatIsReadWithoutAWord() throws IOException {
        String hash = table.describe().contentHash();
        int refused = 0;
        for (int i = 0; i < 24; i++) {
            Files.write(file, flipped((int) ((long) i * (sound.length - 1) / 23)));
            refused += refused(hash) ? 1 : 0;
        }
        Files.write(file, sound);

        assertThat(refused).isGreaterThan(6);
        assertThat(table.describe().contentHash()).isEqualTo(hash);
    }

    private boolean refused(String hash) {
        try {
            assertThat(table.describe().contentHash()).isEqualTo(hash);
            return false;
        } catch (CorruptDataException damaged) {
            assertThat(damaged).hasMessageStartingWith("Cannot read '").hasMessageNotContaining("\n");
            return true;
        }
    }
}
