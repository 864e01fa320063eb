package io.cradle.rollout.lcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RasteriserTest {
    private static final int SIZE = 12;

    @ParameterizedTest(name = "a disc of {0} + 1 by {1} + 1 pixels has rows of {2}")
    @CsvSource({
        "1, 1, 2 2",
        "1, 2, 2 2 2",
        "2, 1, 3 3",
        "2, 2, 1 3 1",
        "2, 3, 1 3 3 1",
        "3, 2, 2 4 2",
        "3, 3, 2 4 4 2",
        "3, 4, 2 4 4 4 2",
        "4, 3, 3 5 5 3",
        "4, 4, 3 5 5 5 3",
        "4, 5, 3 5 5 5 5 3",
        "5, 4, 4 6 6 6 4",
        "5, 5, 2 4 6 6 4 2"
    })
    void discsHavePillowsRows(int a, int b, String rows) {
        Canvas canvas = new Canvas(SIZE, SIZE);
        EllipseFill.fill(canvas, 2, 3, 2 + a, 3 + b);
        assertThat(String.join(" ", widths(frame(canvas)))).isEqualTo(rows);
    }

    @Test
    void aRectanglePaintsTheColumnsAndRowsOfItsCutCorners() {
        assertThat(polygon(2.9, 1.9, 5.9, 1.9, 5.9, 4.9, 2.9, 4.9))
                .containsExactly(
                        "............",
                        "............",
                        "............",
                        "............",
                        "............",
                        "............",
                        "............",
                        "..####......",
                        "..####......",
                        "..####......",
                        "..####......",
                        "............");
    }

    @Test
    void aRectangleOutsideTheLowerLeftCornerStillPaintsTheFirstPixels() {
        List<String> frame = polygon(-0.9, -0.9, 1.2, -0.9, 1.2, 2.9, -0.9, 2.9);
        assertThat(frame.subList(9, 12)).containsOnly("##..........");
        assertThat(frame.subList(0, 9)).containsOnly("............");
    }

    @Test
    void aSliverPaintsItsColumn() {
        List<String> frame = polygon(2.1, 1.2, 2.6, 1.2, 2.6, 6.7, 2.1, 6.7);
        assertThat(frame.subList(5, 11)).containsOnly("..#.........");
        assertThat(frame.subList(0, 5)).containsOnly("............");
    }

    @Test
    void aLineHalfWayBetweenColumnsPaintsBoth() {
        assertThat(polygon(9, 8, 9, 8, 10, 4, 10, 4).subList(3, 8))
                .containsExactly("........##..", ".........#..", ".........##.", "..........#.", "..........##");
    }

    @Test
    void aSpikeIsJoinedToItsBody() {
        assertThat(polygon(6, 0, 6, 0, 9, 2, 9, 3).subList(8, 12))
                .containsExactly(".........#..", "........##..", ".......#....", "......##....");
    }

    @Test
    void widthsBeyondAWordAreDrawn() {
        Rasteriser wide = new Rasteriser(2, 200, 1, Rasteriser.Rounding.TOWARDS_ZERO);
        wide.polygon(new double[] {60, 0, 190, 0, 190, 0, 60, 0}, 4);
        byte[] bytes = new byte[50];
        wide.copyTo(bytes, 0);
        for (int i = 0; i < 400; i++) {
            assertThat((bytes[i / 8] >> i % 8 & 1) == 1).isEqualTo(i >= 260 && i <= 390);
        }
    }

    @Test
    void aFrameLandsAtItsOffsetAndIsWipedAfterwards() {
        Rasteriser rasteriser = new Rasteriser(2, 8, 1, Rasteriser.Rounding.TOWARDS_ZERO);
        rasteriser.polygon(new double[] {0, 0, 1, 0, 1, 0}, 3);
        byte[] bytes = new byte[4];
        rasteriser.copyTo(bytes, 1);
        rasteriser.clear();
        rasteriser.copyTo(bytes, 0);
        assertThat(bytes).containsExactly(0, 0, 3, 0);
    }

    @Test
    void aDiscBeyondAllSizeIsRefused() {
        Rasteriser rasteriser = new Rasteriser(8, 8, 1, Rasteriser.Rounding.TOWARDS_ZERO);
        assertThatThrownBy(() -> rasteriser.circle(0, 0, 1e5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot draw a disc")
                .hasMessageContaining("16384");
    }

    @Property(tries = 300)
    void theCornerAPolygonBeginsWithDoesNotMatter(
            @ForAll @DoubleRange(min = 0, max = 6.3) double angle,
            @ForAll @DoubleRange(min = -1, max = 12) double x,
            @ForAll @DoubleRange(min = -1, max = 12) double y,
            @ForAll @IntRange(min = 1, max = 3) int begin) {
        double[] box = box(angle, x, y);
        double[] turned = new double[8];
        for (int i = 0; i < 8; i++) {
            turned[i] = box[(i + 2 * begin) % 8];
        }
        assertThat(polygon(turned)).isEqualTo(polygon(box));
    }

    @Property(tries = 300)
    void noInkIsFartherThanOnePixelFromThePolygon(
            @ForAll @DoubleRange(min = 0, max = 6.3) double angle,
            @ForAll @DoubleRange(min = 2, max = 10) double x,
            @ForAll @DoubleRange(min = 2, max = 10) double y) {
        List<String> frame = polygon(box(angle, x, y));
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                if (frame.get(SIZE - 1 - row).charAt(column) == '#') {
                    double dx = column + 0.5 - x;
                    double dy = row + 0.5 - y;
                    assertThat(Math.abs(Math.cos(angle) * dx + Math.sin(angle) * dy))
                            .isLessThan(0.6 + 1.5);
                    assertThat(Math.abs(Math.cos(angle) * dy - Math.sin(angle) * dx))
                            .isLessThan(2.1 + 1.5);
                }
            }
        }
    }

    /** A box with half extents 0.6 and 2.1. */
    private static double[] box(double angle, double x, double y) {
        double[] corners = {-0.6, -2.1, 0.6, -2.1, 0.6, 2.1, -0.6, 2.1};
        double[] turned = new double[8];
        for (int i = 0; i < 8; i += 2) {
            turned[i] = Math.cos(angle) * corners[i] - Math.sin(angle) * corners[i + 1] + x;
            turned[i + 1] = Math.sin(angle) * corners[i] + Math.cos(angle) * corners[i + 1] + y;
        }
        return turned;
    }

    private static List<String> polygon(double... corners) {
        Rasteriser rasteriser = new Rasteriser(SIZE, SIZE, 1, Rasteriser.Rounding.TOWARDS_ZERO);
        rasteriser.polygon(corners, corners.length / 2);
        byte[] bytes = new byte[SIZE * SIZE / 8];
        rasteriser.copyTo(bytes, 0);
        return lines(bytes);
    }

    private static List<String> frame(Canvas canvas) {
        byte[] bytes = new byte[SIZE * SIZE / 8];
        canvas.copyTo(bytes, 0);
        return lines(bytes);
    }

    private static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < SIZE; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < SIZE; column++) {
                int i = row * SIZE + column;
                line.append((bytes[i / 8] >> i % 8 & 1) == 1 ? '#' : '.');
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<String> widths(List<String> lines) {
        return lines.stream()
                .map(line -> line.replace(".", "").length())
                .filter(width -> width > 0)
                .map(String::valueOf)
                .toList();
    }
}
