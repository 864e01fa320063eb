package io.cradle.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Picture.Levels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {
    private static final int NUMBER = 0b1011001110;

    @TempDir
    Path directory;

    /** ffmpeg's own program turns pictures by what is noted beside them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 90, -90, 180, 270})
    void picturesAreShownAsFfmpegShowsThem(int degrees) throws IOException, InterruptedException {
        Path file = NumberedFilm.write(directory.resolve("film.mp4"), 30, NUMBER + 1, degrees);
        Picture last = last(file);
        byte[] shown = shown(file);
        assertThat(shown).hasSize(last.height() * last.width());
        int off = 0;
        for (int i = 0; i < shown.length; i++) {
            int other = last.value(i / last.width(), i % last.width(), 0);
            off = Math.max(off, Math.abs((shown[i] & 0xff) - other));
        }
        assertThat(off).isLessThan(4);
        VideoFacts facts = VideoFile.whole("video", file).facts();
        assertThat(facts.height()).isEqualTo(last.height());
        assertThat(facts.width()).isEqualTo(last.width());
        assertThat(facts.height() > facts.width()).isEqualTo(degrees % 180 != 0);
    }

    private static Picture last(Path file) {
        try (FilmReader reader = VideoFile.whole("video", file).open(Colours.GRAY)) {
            for (int i = 0; i < NUMBER; i++) {
                assertThat(reader.next()).isPresent();
            }
            return reader.next().orElseThrow().kept();
        }
    }

    /** Gray pixels of the last picture. */
    private byte[] shown(Path file) throws IOException, InterruptedException {
        Loader.load(avdevice.class); // the program's libraries lie beside it once they were loaded
        Path program = Path.of(Loader.load(ffmpeg.class));
        Path own = Files.createDirectories(directory.resolve("own"));
        for (String library : List.of("libva", "libva-drm")) { // which it asks for by names that they don't have there
            Files.createSymbolicLink(own.resolve(library + ".so.2"), program.resolveSibling(library + ".so"));
        }
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "-loglevel",
                        "error",
                        "-i",
                        file.toString(),
                        "-vf",
                        "select=eq(n\\," + NUMBER + ")",
                        "-frames:v",
                        "1",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "gray",
                        "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LD_LIBRARY_PATH", own.toString());
        Process running = builder.start();
        byte[] pixels = running.getInputStream().readAllBytes();
        assertThat(running.waitFor()).isZero();
        return pixels;
    }

    @ParameterizedTest
    @EnumSource(Turn.class)
    void fourTurnsAreNone(Turn turn) {
        Picture picture = new Picture(
                0, 2, 3, 3, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18}, Levels.VIDEO);
        Picture turned = picture;
        for (int i = 0; i < 4; i++) {
            turned = turn.turned(turned);
        }
        assertThat(values(turned)).isEqualTo(values(picture));
    }

    @Test
    void toTheLeftTheRightColumnComesToTheTop() {
        Picture turned = Turn.LEFT.turned(new Picture(0, 2, 3, 1, new byte[] {1, 2, 3, 4, 5, 6}));
        assertThat(turned.height()).isEqualTo(3);
        assertThat(values(turned)).containsExactly(3, 6, 2, 5, 1, 4);
    }

    /** Faults are looked for in brightness, of turned films too. */
    @ParameterizedTest
    @EnumSource(Turn.class)
    void aTurnedPictureKeepsThePointsThatWereTaken(Turn turn) {
        byte[] points = {7, 8, 9};
        Picture picture = new Picture(0, 2, 3, 1, new byte[] {1, 2, 3, 4, 5, 6}).seenAt(points);
        assertThat(turn.turned(picture).points()).isEqualTo(points);
        assertThat(turn.turned(picture).kept().points()).hasSize(32 * 32);
    }

    private static List<Integer> values(Picture picture) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < picture.height() * picture.width(); i++) {
            for (int channel = 0; channel < picture.channels(); channel++) {
                values.add(picture.value(i / picture.width(), i % picture.width(), channel));
            }
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "90, LEFT", "-90, RIGHT", "270, RIGHT", "-180, HALF", "89.6, LEFT", "NaN, NONE"})
    void anAngleIsTakenToAQuarter(double degrees, Turn turn) {
        assertThat(Turn.of(degrees)).isEqualTo(turn);
    }
}
