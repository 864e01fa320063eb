package io.cradle.ingest.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of pictures become films. */
class McapFilmTest {
    private static final String RAW = "sensor_msgs/msg/Image";
    private static final String COMPRESSED = "sensor_msgs/msg/CompressedImage";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"rgb8, 3, 0, 2", "bgr8, 3, 2, 0", "rgba8, 4, 0, 2", "bgra8, 4, 2, 0"})
    void rawPicturesAreRead(String encoding, int bytes, int red, int blue) {
        int step = 2 * bytes + 1; // rows are padded
        byte[] pixels = new byte[2 * step];
        pixels[step + bytes + red] = (byte) 200;
        pixels[step + bytes + 1] = 100;
        pixels[step + bytes + blue] = 50;
        Film film = film(RAW, CdrWriter.image(2, 2, encoding, step, pixels)).orElseThrow();
        Picture colour = pictures(film, Colours.RGB).get(0);
        assertThat(List.of(colour.height(), colour.width(), colour.channels())).containsExactly(2, 2, 3);
        assertThat(List.of(colour.value(1, 1, 0), colour.value(1, 1, 1), colour.value(1, 1, 2)))
                .containsExactly(200, 100, 50);
        assertThat(colour.value(0, 0, 0)).isZero();
        Picture gray = pictures(film, Colours.GRAY).get(0);
        assertThat(gray.channels()).isEqualTo(1);
        assertThat(gray.value(1, 1, 0)).isEqualTo(124); // 59.8 + 58.7 + 5.7
    }

    @Test
    void grayStaysWhatItIs() {
        Film film = film(RAW, CdrWriter.image(1, 2, "mono8", 2, (byte) 37, (byte) 255))
                .orElseThrow();
        assertThat(pictures(film, Colours.GRAY).get(0).value(0, 0, 0)).isEqualTo(37);
        assertThat(pictures(film, Colours.RGB).get(0).value(0, 1, 2)).isEqualTo(255);
    }

    @ParameterizedTest
    @CsvSource({
        "png, png, 1, 0",
        "rgb8; png compressed bgr8, png, 1, 0",
        "jpeg, jpeg, 1, 4",
        "png, png, 10, 0",
        "jpg, jpeg, 10, 2"
    })
    void compressedPicturesAreDecoded(String format, String codec, int type, int error) {
        BufferedImage image =
                new BufferedImage(16, 8, type == 10 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 16; x++) {
                image.getRaster().setPixel(x, y, type == 10 ? new int[] {70} : new int[] {200, 100, 50});
            }
        }
        Film film = film(COMPRESSED, CdrWriter.compressed(format, encoded(image, codec)))
                .orElseThrow();
        Picture colour = pictures(film, Colours.RGB).get(0);
        assertThat(List.of(colour.height(), colour.width())).containsExactly(8, 16);
        assertThat(colour.value(3, 4, 0)).isCloseTo(type == 10 ? 70 : 200, within(error));
        assertThat(colour.value(3, 4, 2)).isCloseTo(type == 10 ? 70 : 50, within(error));
        assertThat(pictures(film, Colours.GRAY).get(0).value(7, 15, 0)).isCloseTo(type == 10 ? 70 : 124, within(error));
    }

    @Test
    void pictureTimesAreThoseOfTheLogAndOfEqualStampsTheLastCounts() {
        Reading reading = read(RAW, mono(1), mono(2), mono(3));
        List<Picture> pictures = pictures(reading.take().films().get(0), Colours.GRAY);
        assertThat(pictures).extracting(Picture::time).containsExactly(0L, 10L, 20L);
        assertThat(reading.findings()).isEmpty();
        Reading twice = save(start(RAW).message(1, 5, mono(1)).message(1, 5, mono(2)));
        assertThat(pictures(twice.take().films().get(0), Colours.GRAY))
                .singleElement()
                .satisfies(picture -> {
                    assertThat(picture.value(0, 0, 0)).isEqualTo(2);
                    assertThat(picture.time()).isEqualTo(5);
                });
        assertThat(twice.reasons()).containsExactly("equal stamps");
    }

    @Test
    void aFilmIsNamedForItsTopicAndCanBeOpenedTwice() {
        Film film = read(RAW, mono(1), mono(2)).take().films().get(0);
        assertThat(film.name()).isEqualTo("/camera");
        assertThat(pictures(film, Colours.GRAY)).hasSize(2);
        assertThat(pictures(film, Colours.GRAY)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"16UC1", "32FC1", "yuv422", ""})
    void otherEncodingsAreNoticed(String encoding) {
        Reading reading = read(RAW, mono(1), CdrWriter.image(1, 1, encoding, 2, (byte) 1, (byte) 2), mono(3));
        assertThat(reading.reasons()).containsExactly("image format unsupported");
        assertThat(reading.findings().get(0).text()).contains("topic /camera", "1 messages", "'" + encoding + "'");
        assertThat(pictures(reading.take().films().get(0), Colours.GRAY)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264", "16UC1; compressedDepth png", ""})
    void otherFormatsAreNoticed(String format) {
        Reading reading = read(COMPRESSED, CdrWriter.compressed(format, (byte) 1));
        assertThat(reading.reasons()).containsExactly("image format unsupported", "nothing to read");
        assertThat(reading.findings().get(0).detail()).contains("'" + format + "' is neither jpeg nor png");
    }

    @Test
    void picturesOfHostileSizesAreUnreadable() {
        Reading reading = read(
                RAW,
                CdrWriter.image(1 << 30, 1 << 30, "mono8", 1),
                CdrWriter.image(-1, 1, "mono8", 1),
                CdrWriter.image(0, 0, "mono8", 0),
                CdrWriter.image(2, 2, "rgb8", 1, new byte[12]),
                CdrWriter.image(2, 2, "rgb8", 6, new byte[11]),
                new byte[] {0, 1, 0, 0, 1});
        assertThat(reading.reasons()).containsExactly("message unreadable", "nothing to read");
        assertThat(reading.findings().get(0).detail()).startsWith("6 messages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aDamagedPictureTellsItsPlace(String format) {
        Film film = film(COMPRESSED, CdrWriter.compressed(format, new byte[40])).orElseThrow();
        assertThatThrownBy(() -> pictures(film, Colours.RGB))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContainingAll("file.mcap", "topic /camera, 0 ns", format, "re-record");
    }

    private Optional<Film> film(String schema, byte[]... messages) {
        return read(schema, messages).take().films().stream().findFirst();
    }

    private Reading read(String schema, byte[]... messages) {
        McapWriter writer = start(schema);
        for (int i = 0; i < messages.length; i++) {
            byte[] message = messages[i];
            long time = 10L * i;
            writer.chunk("zstd", chunk -> chunk.message(1, time, message));
        }
        return save(writer);
    }

    private static McapWriter start(String schema) {
        return McapWriter.file().schema(1, schema, "ros2msg", "").channel(1, 1, "/camera", "cdr");
    }

    private Reading save(McapWriter writer) {
        return Reading.of(McapWriter.save(directory.resolve("file.mcap"), writer.end()));
    }

    private static byte[] mono(int value) {
        return CdrWriter.image(1, 1, "mono8", 1, (byte) value);
    }

    private static List<Picture> pictures(Film film, Colours colours) {
        List<Picture> pictures = new ArrayList<>();
        try (FilmReader reader = film.open(colours)) {
            for (Optional<Picture> next = reader.next(); next.isPresent(); next = reader.next()) {
                pictures.add(next.get());
            }
            assertThat(reader.next()).isEmpty();
        }
        return pictures;
    }

    private static byte[] encoded(BufferedImage image, String codec) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, codec, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
