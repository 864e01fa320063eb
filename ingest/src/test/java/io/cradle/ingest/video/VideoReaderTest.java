package io.cradle.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.Scaler;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoReaderTest {
    private static final int PICTURES = 200;
    private static final int TAKEN = 5;

    @TempDir
    Path directory;

    private static List<Picture> pictures(VideoFile film) {
        return pictures(film, Colours.GRAY);
    }

    private static List<Picture> pictures(VideoFile film, Colours colours) {
        List<Picture> all = new ArrayList<>();
        try (FilmReader reader = film.open(colours)) {
            for (Optional<Picture> next = reader.next(); next.isPresent(); next = reader.next()) {
                all.add(next.get().kept());
            }
        }
        return all;
    }

    private static VideoFile part(Path file, double from, double to) {
        VideoPart part = new VideoPart(Math.round(from * 1e9), Math.round(to * 1e9));
        return new VideoFile("front", file.toString(), part);
    }

    @ParameterizedTest(name = "{0} pictures a second, {1} of a picture late")
    @CsvSource({"30, 0", "60, 0", "24, 0", "29.97002997, 0", "30, -0.3", "30, 0.3"})
    void aPartHasItsOwnPicturesAndNoneOfItsNeighbours(double rate, double late) {
        Path file = NumberedFilm.write(directory.resolve("film.mp4"), rate, PICTURES);
        for (int first = 1; first < PICTURES - TAKEN; first += 4) {
            List<Picture> taken = pictures(part(file, (first + late) / rate, (first + TAKEN + late) / rate));
            assertThat(taken.stream().map(NumberedFilm::number).toList())
                    .as("from picture %d on", first)
                    .isEqualTo(IntStream.range(first, first + TAKEN).boxed().toList());
            assertThat(taken.get(0).time()).isBetween(0L, Math.round(0.31e9 / rate));
        }
    }

    @Test
    void partsThatFollowEachOtherTakeEachPictureOnce() {
        Path file = NumberedFilm.write(directory.resolve("film.mp4"), 30, PICTURES);
        List<Integer> taken = new ArrayList<>();
        for (int first = 0; first < PICTURES; first += TAKEN) {
            pictures(part(file, first / 30.0, (first + TAKEN) / 30.0))
                    .forEach(picture -> taken.add(NumberedFilm.number(picture)));
        }
        assertThat(taken).isEqualTo(IntStream.range(0, PICTURES).boxed().toList());
    }

    @Test
    void aWholeFilmHasAllPictures() {
        Path file = NumberedFilm.write(directory.resolve("film.mp4"), 30, PICTURES);
        assertThat(pictures(VideoFile.whole("front", file))).hasSize(PICTURES);
    }

    @Test
    void coloursAreRedGreenAndBlueInThisOrder() {
        Path file = NumberedFilm.writeColours(directory.resolve("film.mp4"), TAKEN);
        List<Picture> film = pictures(VideoFile.whole("front", file), Colours.RGB);
        assertThat(film).hasSize(TAKEN).allMatch(picture -> picture.channels() == 3);
        for (int stripe = 0; stripe < 3; stripe++) {
            for (int channel = 0; channel < 3; channel++) {
                int x = NumberedFilm.middle(stripe);
                assertThat(film.get(TAKEN - 1).value(8, x, channel))
                        .as("channel %d of stripe %d", channel, stripe)
                        .isCloseTo(stripe == channel ? 255 : 0, within(25)); // MPEG-4 halves the resolution of colour
            }
        }
        assertThat(pictures(VideoFile.whole("front", file)).get(0).channels()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mp4", "film.mkv"})
    void aFilmDeclaresItsPicturesAlsoWhereItIsCutOff(String name) throws IOException {
        Path file = NumberedFilm.write(directory.resolve(name), 30, PICTURES);
        assertThat(declared(file)).isEqualTo(PICTURES);
        if (name.endsWith("mkv")) { // the index of an MP4 stands at its end
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
            assertThat(pictures(VideoFile.whole("front", file))).hasSizeBetween(PICTURES / 2, PICTURES * 3 / 4);
            assertThat(declared(file)).isEqualTo(PICTURES);
        }
    }

    @Test
    void aGifOfUnevenPaceDeclaresNoMorePicturesThanItHas() {
        Path file = NumberedFilm.writeUneven(directory.resolve("film.gif"), PICTURES);
        assertThat(pictures(VideoFile.whole("front", file))).hasSize(PICTURES);
        assertThat(declared(file)).isIn(0L, (long) PICTURES);
    }

    /** ffmpeg's means of boxes are taken before colours are made of them, ours after: they come to the same but for rounding and colours at edges. */
    @Test
    void coloursThatAreScaledByFfmpegAreTheMeansOfTheirBoxes() {
        VideoFile film = VideoFile.whole("front", NumberedFilm.writeColours(directory.resolve("film.mp4"), 3));
        Picture mean =
                new Scaler(Crop.WHOLE, 4, 6).scaled(pictures(film, Colours.RGB).get(2));
        try (FilmReader reader = film.open(Colours.RGB, new Film.Size(4, 6))) {
            reader.next();
            reader.next();
            Picture small = reader.next().orElseThrow().kept();
            assertThat(small.height()).isEqualTo(4);
            assertThat(small.width()).isEqualTo(6);
            for (int i = 0; i < 4 * 6 * 3; i++) {
                assertThat(small.value(i / 18, i / 3 % 6, i % 3))
                        .isCloseTo(mean.value(i / 18, i / 3 % 6, i % 3), within(6));
            }
        }
    }

    /** What is looked for in a film is found whether its colours are kept or not, and whatever size it is kept in. */
    @ParameterizedTest
    @CsvSource({"4, 6", "32, 48", "64, 24"})
    void aPictureInColoursKeepsThePointsOfItsBrightness(int height, int width) {
        VideoFile film = VideoFile.whole("front", NumberedFilm.writeColours(directory.resolve("film.mp4"), 2));
        byte[] gray = pictures(film).get(1).points();
        assertThat(gray).isNotEqualTo(new byte[gray.length]);
        try (FilmReader small = film.open(Colours.RGB, new Film.Size(height, width))) {
            small.next();
            Picture second = small.next().orElseThrow();
            assertThat(second.points()).isEqualTo(gray);
        }
    }

    /** AVI keeps raw pictures from the bottom up. */
    @Test
    void whatStandsOnItsHeadIsTurned() {
        VideoFile film = VideoFile.whole("front", NumberedFilm.writeRaw(directory.resolve("film.avi")));
        Picture colours = pictures(film, Colours.RGB).get(0);
        Picture gray = pictures(film).get(0);
        assertThat(colours.value(1, 5, 0)).isEqualTo(255);
        assertThat(colours.value(30, 5, 0)).isZero();
        assertThat(gray.value(1, 5, 0)).isGreaterThan(240);
        assertThat(gray.value(30, 5, 0)).isLessThan(20);
    }

    /** By the matrices of ITU-R BT.601 and BT.709: R = 1.164 (Y - 16) + 1.596 or 1.793 (Cr - 128); where 0 is black Y + 1.575 (Cr - 128). */
    @ParameterizedTest
    @CsvSource({"smpte170m, tv, 180, 84", "bt709, tv, 188, 95", "bt709, pc, 179, 97"})
    void coloursAreMadeAsTheFilmDeclares(String matrix, String range, int red, int green) {
        Path file = NumberedFilm.writeDeclared(directory.resolve("film.mp4"), new int[] {116, 128, 168}, matrix, range);
        for (Picture picture :
                List.of(pictures(VideoFile.whole("front", file), Colours.RGB).get(0), small(file))) {
            assertThat(picture.value(1, 1, 0)).as("red").isCloseTo(red, within(3));
            assertThat(picture.value(1, 1, 1)).as("green").isCloseTo(green, within(3));
        }
    }

    private static Picture small(Path file) {
        try (FilmReader reader = VideoFile.whole("front", file).open(Colours.RGB, new Film.Size(4, 6))) {
            return reader.next().orElseThrow().kept();
        }
    }

    /** ffmpeg's vector code leaves the last columns of some widths out, where rows have no room for them. */
    @ParameterizedTest
    @ValueSource(ints = {34, 36, 38, 40, 42, 82, 84, 86, 90, 128, 150, 426})
    void allColumnsAreConverted(int width) {
        Path file = NumberedFilm.writeWhite(directory.resolve("film.mp4"), width);
        Picture picture = pictures(VideoFile.whole("front", file), Colours.RGB).get(0);
        assertThat(picture.width()).isEqualTo(width);
        for (int x = 0; x < width; x++) {
            assertThat(picture.value(8, x, 2)).as("column %d", x).isGreaterThan(240);
        }
    }

    /** A picture of more pixels than there are is made of those that it has. */
    @Test
    void whatIsToBecomeLargerComesAsItIs() {
        VideoFile film = VideoFile.whole("front", NumberedFilm.writeColours(directory.resolve("film.mp4"), 1));
        try (FilmReader reader = film.open(Colours.RGB, new Film.Size(64, 24))) {
            assertThat(reader.next().orElseThrow().height()).isEqualTo(32);
        }
    }

    private static long declared(Path file) {
        try (FilmReader reader = VideoFile.whole("front", file).open(Colours.GRAY)) {
            return reader.declared();
        }
    }

    @Test
    void aCodecWithoutADecoderIsNamed() throws IOException {
        Path file = NumberedFilm.write(directory.resolve("film.mp4"), 30, TAKEN);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("mp4v", "zzzz").replace("esds", "free"), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> VideoFile.whole("front", file).facts())
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContainingAll(file.toString(), "no decoder for its codec 'zzzz'", "ffmpeg -i FILE");
    }

    @Test
    void whatIsNoVideoIsToldInFfmpegsWords() throws IOException {
        Path file = Files.writeString(directory.resolve("film.mp4"), "no film");

        assertThatThrownBy(() -> VideoFile.whole("front", file).facts())
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContainingAll(
                        file.toString(), "(Invalid data found when processing input)", "copy it again");
    }
}
