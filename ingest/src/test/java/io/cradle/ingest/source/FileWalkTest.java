package io.cradle.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWalkTest {
    @TempDir
    Path directory;

    private List<Path> found() {
        return RecordingFiles.find(directory, ".mp4").stream()
                .map(recording -> directory.relativize(recording.path()))
                .toList();
    }

    @Test
    void linksAreFollowedToFilesAndDirectories(@TempDir Path elsewhere) throws IOException {
        Path film = Files.writeString(elsewhere.resolve("film.mp4"), "film");
        Path other = Files.writeString(
                Files.createDirectory(elsewhere.resolve("other")).resolve("b.mp4"), "other");
        Files.createSymbolicLink(directory.resolve("a.mp4"), film);
        Files.createSymbolicLink(directory.resolve("more"), other.getParent());

        assertThat(found()).containsExactly(Path.of("a.mp4"), Path.of("more", "b.mp4"));
        assertThat(RecordingFiles.find(directory.resolve("more"), ".mp4"))
                .singleElement()
                .extracting(Recording::bytes)
                .isEqualTo(5L);
    }

    @Test
    void whatALinkLeadsToIsTakenOnceFromWhereItLies() throws IOException {
        Path film = Files.writeString(
                Files.createDirectory(directory.resolve("real")).resolve("film.mp4"), "film");
        Files.createSymbolicLink(directory.resolve("a.mp4"), film);
        Files.createSymbolicLink(directory.resolve("b"), film.getParent());

        assertThat(found()).containsExactly(Path.of("real", "film.mp4"));
    }

    @Test
    void aDirectoryThatLeadsIntoItselfIsSeenOnce() throws IOException {
        Files.writeString(directory.resolve("film.mp4"), "film");
        Files.createSymbolicLink(directory.resolve("again"), directory);

        assertThat(found()).containsExactly(Path.of("film.mp4"));
    }

    @Test
    void aLinkToNothingComesLastAndIsTold() throws IOException {
        Files.createSymbolicLink(directory.resolve("a.mp4"), directory.resolve("nowhere.mp4"));
        Files.createSymbolicLink(directory.resolve("a.txt"), directory.resolve("nowhere.txt"));
        Files.writeString(directory.resolve("b.mp4"), "film");

        assertThat(found()).containsExactly(Path.of("b.mp4"), Path.of("a.mp4"));
        assertThatThrownBy(() -> RecordingFiles.requireContent(
                        RecordingFiles.find(directory, ".mp4").get(1)))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContainingAll("a.mp4", "a link to nothing", "remove it");
    }

    @Test
    void aDirectoryThatMayNotBeListedKeepsNoOtherOut() throws IOException {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        FileWalk walk = new FileWalk(directory, file -> true);

        walk.visitFileFailed(closed, new AccessDeniedException(closed.toString()));

        assertThat(walk.found()).containsExactly(new Recording(closed.toString(), 0));
        assertThatThrownBy(() -> RecordingFiles.requireContent(walk.found().get(0)))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContainingAll(closed.toString(), "cannot be listed", "leave it out");
        AccessDeniedException denied = new AccessDeniedException(directory.toString());
        assertThatThrownBy(() -> walk.visitFileFailed(directory, denied)).isSameAs(denied);
    }

    @Test
    void theFirstThatCanBeReadSpeaksForAll() {
        List<Recording> recordings = List.of(new Recording("bad", 1), new Recording("good", 1));

        assertThat(RecordingFiles.<String>first(recordings, FileWalkTest::read)).isEqualTo("good");
        assertThatThrownBy(() -> RecordingFiles.<String>first(recordings.subList(0, 1), FileWalkTest::read))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("bad");
    }

    private static String read(Recording recording) {
        if (recording.file().equals("bad")) {
            throw new CorruptDataException(recording.file(), "it is bad");
        }
        return recording.file();
    }
}
