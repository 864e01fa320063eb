package io.cradle.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.ingest.take.Count;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Picture.Levels;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Sums of eight bytes at once are those of one after the other. */
class ScalerTest {
    @Property(tries = 200)
    void aPixelIsTheRoundedMeanOfItsBox(
            @ForAll @IntRange(min = 1, max = 12) int height,
            @ForAll @IntRange(min = 1, max = 12) int width,
            @ForAll @IntRange(min = 1, max = 9) int tall,
            @ForAll @IntRange(min = 1, max = 9) int wide,
            @ForAll boolean colour,
            @ForAll Levels levels,
            @ForAll long seed) {
        int channels = colour ? 3 : 1;
        byte[] bytes = noise(height * tall * width * wide * channels, seed);
        Picture picture = new Picture(0, height * tall, width * wide, channels, bytes, levels);
        Picture scaled = new Scaler(Crop.WHOLE, height, width).scaled(picture);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    int at = (y * tall * width * wide + x * wide) * channels + channel;
                    long sum = sum(bytes, at, channels, wide, width * wide * channels, tall);
                    int mean = (int) Math.round((double) sum / (tall * wide));
                    assertThat(scaled.value(y, x, channel)).isEqualTo(value(mean, levels));
                }
            }
        }
    }

    private static int value(int level, Levels levels) {
        return new Picture(0, 1, 1, 1, new byte[] {(byte) level}, levels).value(0, 0, 0);
    }

    @Property(tries = 2000)
    void aMeanIsWhatADivisionGives(
            @ForAll @IntRange(min = 1, max = 1 << 23) int numbers, @ForAll @DoubleRange(max = 1) double share) {
        long sum = Math.round(255.0 * numbers * share);
        assertThat(new Count(numbers).mean(sum)).isEqualTo((int) ((sum + numbers / 2) / numbers));
    }

    /** What a decoder lays behind each row is no part of the picture. */
    @Property(tries = 100)
    void paddingIsNoPartOfAPicture(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 0, max = 9) int padding,
            @ForAll long seed) {
        int height = 6;
        byte[] bytes = noise(height * width, seed);
        ByteBuffer padded = ByteBuffer.allocateDirect(height * (width + padding) - padding);
        while (padded.hasRemaining()) {
            padded.put((byte) 255);
        }
        padded.clear();
        for (int y = 0; y < height; y++) {
            padded.put(y * (width + padding), bytes, y * width, width);
        }
        Picture picture = new Picture(0, height, width, 1, padded, width + padding, Levels.FULL);
        Picture packed = new Picture(0, height, width, 1, bytes);
        Scaler scaler = new Scaler(Crop.WHOLE, 3, (width + 1) / 2);
        assertThat(values(scaler.scaled(picture))).isEqualTo(values(scaler.scaled(packed)));
        assertThat(values(picture.kept())).isEqualTo(bytes);
    }

    private static byte[] values(Picture picture) {
        byte[] values = new byte[picture.height() * picture.width()];
        picture.copyChannel(0, values, 0);
        return values;
    }

    @Test
    void aBoxMayHaveMoreRowsThanALaneHolds() {
        byte[] white = new byte[9000];
        Arrays.fill(white, (byte) 255);
        assertThat(mean(white)).isEqualTo(255);
        byte[] noise = noise(9000, 3);
        assertThat(mean(noise)).isEqualTo((int) Math.round(sum(noise, 0, 1, 9, 9, 1000) / 9000.0));
    }

    private static int mean(byte[] bytes) {
        return new Scaler(Crop.WHOLE, 1, 1)
                .scaled(new Picture(0, 1000, 9, 1, bytes))
                .value(0, 0, 0);
    }

    private static long sum(byte[] bytes, int from, int step, int many, int row, int rows) {
        long sum = 0;
        for (int i = 0; i < rows * many; i++) {
            sum += bytes[from + i / many * row + i % many * step] & 0xff;
        }
        return sum;
    }

    private static byte[] noise(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
