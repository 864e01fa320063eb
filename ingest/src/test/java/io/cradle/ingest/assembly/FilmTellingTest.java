package io.cradle.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Ink;
import io.cradle.ingest.frame.Threshold;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.Takes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of films once they were seen: of a bright square that moves over dark ground, 25 pictures a second. */
class FilmTellingTest {
    private static final int PICTURES = 40;
    private static final int RATE = 25;
    private static final int WHITE = 255;

    @Test
    void nothingIsToldOfASoundFilm() {
        assertThat(findings(Ink.BRIGHT, 0, Takes.film(PICTURES, RATE, time -> time)))
                .isEmpty();
    }

    /** Picture 20 is the first of the second episode where episodes have 20 steps. */
    @ParameterizedTest(name = "at picture {0}, in episodes of {1} steps")
    @CsvSource({"13, 0", "13, 20", "20, 20", "0, 20"})
    void aFlipOfPolarityIsToldWhereItIsAlsoBetweenEpisodes(int from, int episodeSteps) {
        List<Finding> findings = findings(Ink.BRIGHT, episodeSteps, film(number -> number >= from));
        if (from == 0) {
            assertThat(findings).extracting(Finding::reason).containsExactly("mostly ink");
        } else {
            assertThat(detail(findings, "polarity flips"))
                    .isEqualTo(
                            "1: frames [%d] are the negative of the one before; light changed, or the camera: set ingest.frames.threshold=ADAPTIVE, or cut the film there"
                                    .formatted(from));
        }
    }

    @Test
    void aFlipAndItsEndAreTwo() {
        List<Finding> findings = findings(Ink.BRIGHT, 20, film(number -> number >= 19 && number < 22));
        assertThat(detail(findings, "polarity flips")).startsWith("2: frames [19, 22] ");
    }

    @Test
    void theWrongSideOfTheThresholdIsMostlyInk() {
        List<Finding> findings = findings(Ink.DARK, 0, Takes.film(PICTURES, RATE, time -> time));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo("mostly ink");
            assertThat(finding.detail()).startsWith("94 % of its pixels are ink; set ingest.frames.ink");
        });
    }

    @ParameterizedTest(name = "{0} declared, {1} lacking")
    @CsvSource({"100, 60", "43, 3", "42, 0", "0, 0"})
    void aFilmOfFewerPicturesThanItDeclaresIsCutShort(long declared, long lacking) {
        List<Finding> findings = findings(Ink.BRIGHT, 0, declaring(declared));
        if (lacking == 0) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(detail(findings, "film cut short"))
                    .isEqualTo(lacking + " pictures of those that its header declares are not there; copy it again");
        }
    }

    @Test
    void aFilmThatHangsIsToldWithoutATimeThatNobodyMeasured() {
        List<Picture> pictures = IntStream.range(0, 90)
                .mapToObj(i -> Takes.square(Math.min(i, 20), time(i)))
                .toList();
        assertThat(detail(findings(Ink.BRIGHT, 0, Takes.film(pictures)), "frozen"))
                .startsWith("69: pictures [21, 22, ")
                .contains("hardly change, 30 or more in a row")
                .doesNotContain("second", "curate");
    }

    private static String detail(List<Finding> findings, String reason) {
        return findings.stream()
                .filter(finding -> finding.reason().equals(reason))
                .map(Finding::detail)
                .findFirst()
                .orElseThrow(() -> new AssertionError("'%s' is not among %s".formatted(reason, findings)));
    }

    private static long time(int number) {
        return Math.round(number * 1e9 / RATE);
    }

    /** Of which some pictures are the negative of what they should be. */
    private static Film film(IntPredicate negative) {
        return Takes.film(IntStream.range(0, PICTURES)
                .mapToObj(i -> negative.test(i) ? negative(Takes.square(i, time(i))) : Takes.square(i, time(i)))
                .toList());
    }

    private static Picture negative(Picture picture) {
        byte[] pixels = new byte[picture.height() * picture.width()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (WHITE - picture.value(i / picture.width(), i % picture.width(), 0));
        }
        return new Picture(picture.time(), picture.height(), picture.width(), 1, pixels);
    }

    private static Film declaring(long pictures) {
        Iterator<Picture> all = IntStream.range(0, PICTURES)
                .mapToObj(i -> Takes.square(i, time(i)))
                .iterator();
        return Takes.read(() -> new Declaring(all, pictures));
    }

    private record Declaring(Iterator<Picture> all, long declared) implements FilmReader {
        @Override
        public Optional<Picture> next() {
            return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
        }

        @Override
        public void close() {}
    }

    private static List<Finding> findings(Ink ink, int episodeSteps, Film film) {
        FramesConfig frames =
                new FramesConfig("", FrameKind.BINARY, 64, 64, Crop.WHOLE, Threshold.FIXED, 128, ink, false);
        TakeConfig config = new TakeConfig("", 0, 0, 0, episodeSteps, StreamsConfig.TOLD, frames, SplitsConfig.NONE);
        TakeFormat format = Takes.format(Takes.take("film", RATE, List.of(), List.of(film)));
        var recording = format.recordings().get(0);
        List<Finding> findings = new ArrayList<>();
        Survey survey = TakeSource.survey(format, config, recording, findings::add);
        assertThat(TakeSource.of(format, config, survey).read(recording, findings::add))
                .isNotEmpty();
        return findings;
    }
}
