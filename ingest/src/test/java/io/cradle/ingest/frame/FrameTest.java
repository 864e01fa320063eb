package io.cradle.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Takes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameTest {
    @Property(tries = 100)
    void aFlatPictureStaysWhatItIsAtAnySize(
            @ForAll @IntRange(min = 0, max = 255) int level,
            @ForAll @IntRange(min = 1, max = 90) int height,
            @ForAll @IntRange(min = 1, max = 90) int width) {
        Picture scaled = new Scaler(Crop.WHOLE, height, width).scaled(Takes.flat(level, 0));
        assertThat(scaled.height()).isEqualTo(height);
        assertThat(IntStream.range(0, height * width).map(i -> scaled.value(i / width, i % width, 0)))
                .containsOnly(level);
    }

    @Test
    void aPixelIsTheMeanOfItsBox() {
        Picture two =
                new Picture(0, 2, 4, 1, new byte[] {0, 10, (byte) 200, (byte) 200, 20, 30, (byte) 200, (byte) 240});
        Picture scaled = new Scaler(Crop.WHOLE, 1, 2).scaled(two);
        assertThat(scaled.value(0, 0, 0)).isEqualTo(15);
        assertThat(scaled.value(0, 1, 0)).isEqualTo(210);
    }

    @Test
    void aCropKeepsWhatLiesInIt() {
        Picture picture = Takes.square(0, 0); // the square is in rows 24 to 39, columns 0 to 15
        Picture cropped = new Scaler(new Crop(24 / 64.0, 0, 16 / 64.0, 16 / 64.0), 1, 1).scaled(picture);
        assertThat(cropped.value(0, 0, 0)).isBetween(200, 202);
    }

    @Test
    void aCropThatLeavesThePictureIsRefused() {
        assertThatThrownBy(() -> new Crop(0.5, 0, 0.6, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("top=0.5")
                .hasMessageContaining("must lie within 0 to 1");
    }

    /** At its left edge, for to ADAPTIVE the middle of a square is like its neighbours. */
    @ParameterizedTest
    @EnumSource(Threshold.class)
    void eachThresholdFindsTheSquare(Threshold threshold) {
        List<Picture> film =
                IntStream.range(0, 40).mapToObj(i -> Takes.square(i, i)).toList();
        boolean[] ink = new boolean[64 * 64];
        Binariser.of(config(threshold, Ink.BRIGHT), film).write(film.get(30), ink, 0);
        assertThat(ink[30 * 64 + 30]).as("within").isTrue();
        assertThat(ink[30 * 64 + 29]).as("beside").isFalse();
        assertThat(ink[10 * 64 + 10]).as("without").isFalse();
    }

    /** Thin lines 30 gray levels brighter, on ground that goes from 20 to 210. */
    @Test
    void adaptiveFindsLinesInUnevenLightAndNothingElse() {
        byte[] pixels = new byte[64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (20 + 3 * (i % 64) + (i / 64 % 8 == 4 ? 30 : 0));
        }
        Picture picture = new Picture(0, 64, 64, 1, pixels);
        boolean[] ink = new boolean[64 * 64];
        Binariser.of(config(Threshold.ADAPTIVE, Ink.BRIGHT), List.of(picture)).write(picture, ink, 0);
        assertThat(IntStream.range(0, ink.length)).allMatch(i -> ink[i] == (i / 64 % 8 == 4));
        Binariser.of(config(Threshold.ADAPTIVE, Ink.DARK), List.of(picture)).write(picture, ink, 0);
        assertThat(IntStream.range(0, ink.length)).noneMatch(i -> ink[i]);
    }

    @Test
    void darkInkIsTheNegativeOfBrightInk() {
        List<Picture> film = List.of(Takes.square(5, 0));
        boolean[] bright = new boolean[64 * 64];
        boolean[] dark = new boolean[64 * 64];
        Binariser.of(config(Threshold.OTSU, Ink.BRIGHT), film).write(film.get(0), bright, 0);
        Binariser.of(config(Threshold.OTSU, Ink.DARK), film).write(film.get(0), dark, 0);
        assertThat(IntStream.range(0, bright.length)).allMatch(i -> bright[i] != dark[i]);
    }

    @Test
    void otsuSplitsTwoLevelsInTheMiddle() {
        Otsu otsu = new Otsu();
        IntStream.range(0, 90).forEach(i -> otsu.add(50));
        IntStream.range(0, 10).forEach(i -> otsu.add(150));
        assertThat(otsu.threshold()).isBetween(51, 150);
    }

    @Test
    void anUnspoiltFilmHasNoFault() {
        FilmFaults faults =
                faults(IntStream.range(0, 40).mapToObj(i -> Takes.square(i, i)).toList());
        assertThat(faults).isEqualTo(new FilmFaults(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void aRepeatedPictureIsFound() {
        FilmFaults faults = faults(IntStream.range(0, 40)
                .mapToObj(i -> Takes.square(i == 20 ? 19 : i, i))
                .toList());
        assertThat(faults.repeated()).containsExactly(20);
    }

    @Test
    void aCutABlackPictureAndAFrozenFilmAreFound() {
        FilmFaults faults = faults(IntStream.range(0, 100)
                .mapToObj(i -> i < 20 ? Takes.square(i, i) : i < 60 ? Takes.flat(120, i) : Takes.flat(3, i))
                .toList());
        assertThat(faults.cuts()).containsExactly(20, 60);
        assertThat(faults.black()).hasSize(40).startsWith(60);
        assertThat(faults.frozen()).contains(21, 59, 61, 99).doesNotContain(20, 60);
    }

    /** Every 12th picture is a key frame, which comes out otherwise, and settles: as measured in H.264 at 0.5 Mbit/s. */
    @Test
    void aHeldPictureIsFrozenThoughKeyFramesEncodeItAnew() {
        double[] changes = new double[80];
        Arrays.fill(changes, 0, 20, 3);
        for (int t = 20; t < changes.length; t++) {
            changes[t] = t % 12 == 0 ? 1.3 : t % 12 == 1 ? 0.2 : 0;
        }
        assertThat(FilmFaults.of(changes, new int[0]).frozen())
                .isEqualTo(IntStream.range(20, 80).boxed().toList());
    }

    /** The G1's films at their stillest: each picture twice, and a camera's noise. */
    @Test
    void aCameraThatSeesARobotRestIsNotFrozen() {
        double[] changes = new double[80];
        Arrays.setAll(changes, t -> t % 2 == 0 ? 0 : 1.1);
        assertThat(FilmFaults.of(changes, new int[0]).frozen()).isEmpty();
    }

    private static FilmFaults faults(List<Picture> film) {
        FilmCheck check = new FilmCheck();
        film.forEach(check::add);
        return check.faults();
    }

    private static FramesConfig config(Threshold threshold, Ink ink) {
        int level = threshold == Threshold.ADAPTIVE ? 12 : 128;
        return new FramesConfig("", FrameKind.BINARY, 64, 64, Crop.WHOLE, threshold, level, ink, false);
    }
}
