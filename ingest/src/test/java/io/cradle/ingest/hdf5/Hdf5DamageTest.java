package io.cradle.ingest.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Hdf5DamageTest {
    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"robomimic.hdf5", "robomimic-latest.hdf5", "chunked.hdf5", "minari.hdf5", "d4rl.hdf5"})
    void aFileThatWasCutShortGivesNothingThatIsNotInIt(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Hdf5Files.file(name));
        Map<String, String> expected = contents(Hdf5Files.file(name));
        for (int length = 0; length < whole.length; length += 1 + whole.length / 150) {
            Path cut = Files.write(scratch.resolve("cut.hdf5"), Arrays.copyOf(whole, length));
            assertThat(expected.entrySet()).containsAll(contents(cut).entrySet());
        }
    }

    @Property(tries = 300)
    void aFlippedByteGivesTakesOrFindingsOrOneKindOfFailure(
            @ForAll @IntRange(max = 17_000) int at, @ForAll @IntRange(min = 1, max = 255) int flip) throws IOException {
        byte[] bytes = Files.readAllBytes(Hdf5Files.file("robomimic-latest.hdf5"));
        bytes[at % bytes.length] ^= (byte) flip;
        Path file = Files.createTempFile("flipped", ".hdf5");
        try {
            contents(Files.write(file, bytes));
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no HDF5", "\u0089HDF\r\n\u001a\n"})
    void whatIsNotHdf5IsCorrupt(String text) throws IOException {
        Path file =
                Files.write(scratch.resolve("not.hdf5"), text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Hdf5Files.read(file, finding -> {}))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("it is no complete HDF5 file");
    }

    /** What is read of each take and film; broken files and films give nothing, and nothing else may be thrown. */
    private static Map<String, String> contents(Path file) {
        Map<String, String> contents = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        try {
            for (Take take : Hdf5Files.read(file, findings::add)) {
                take.tracks().forEach(track -> contents.put(take.name() + " " + track.name(), text(track)));
                take.films()
                        .forEach(film -> text(film).ifPresent(text -> contents.put(take.name() + film.name(), text)));
            }
        } catch (CorruptDataException broken) {
            assertThat(broken).hasMessageContaining(file.toString()).hasMessageContaining(";");
        }
        assertThat(findings).allMatch(finding -> finding.detail().contains(";"));
        return contents;
    }

    private static String text(Track track) {
        StringBuilder text = new StringBuilder();
        for (int step = 0; step < track.steps(); step++) {
            text.append(Hdf5Files.row(track, step));
        }
        return text.toString();
    }

    private static Optional<String> text(Film film) {
        StringBuilder text = new StringBuilder();
        try (FilmReader reader = film.open(Film.Colours.GRAY)) {
            Optional<Picture> picture = reader.next();
            while (picture.isPresent()) {
                text.append(picture.get().value(0, 0, 0)).append(picture.get().value(1, 1, 0));
                picture = reader.next();
            }
            return Optional.of(text.toString());
        } catch (CorruptDataException broken) {
            return Optional.empty();
        }
    }
}
