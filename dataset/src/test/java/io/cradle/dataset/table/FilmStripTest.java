package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.SegmentAddress;
import io.cradle.dataset.window.Stretch;
import io.cradle.dataset.window.WindowAddress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmStripTest {
    private static final TensorSpec GRAY = spec("lcd", List.of(16, 24));
    private static final TensorSpec COLOURED = spec("wrist", List.of(3, 8, 5));

    private static TensorSpec spec(String name, List<Integer> shape) {
        return new TensorSpec(name, Encoding.PNG, shape, List.of(), Scaling.NONE, 0, 255, 10);
    }

    private static Tensor noise(TensorSpec spec, int steps, long seed) {
        byte[] bytes = new byte[steps * spec.bytes()];
        new Random(seed).nextBytes(bytes);
        return Tensor.ofBytes(spec, bytes);
    }

    @Property(tries = 100)
    void picturesComeBackToTheBit(
            @ForAll @IntRange(min = 1, max = 9) int height,
            @ForAll @IntRange(min = 1, max = 9) int width,
            @ForAll @IntRange(min = 1, max = 20) int steps,
            @ForAll boolean coloured,
            @ForAll long seed) {
        TensorSpec spec = spec("lcd", coloured ? List.of(3, height, width) : List.of(height, width));
        Tensor pictures = noise(spec, steps, seed);

        assertThat(FilmStrip.decode(spec, FilmStrip.encode(pictures), steps)).isEqualTo(pictures);
    }

    @Test
    void coloursStandInTheStripAsInThePicture() throws IOException {
        byte[] planes = new byte[COLOURED.bytes()];
        Arrays.fill(planes, 0, 40, (byte) 250);
        Arrays.fill(planes, 40, 80, (byte) 100);
        Arrays.fill(planes, 80, 120, (byte) 7);

        BufferedImage strip = image(FilmStrip.encode(Tensor.ofBytes(COLOURED, planes)));

        assertThat(strip.getRGB(4, 7) & 0xffffff).isEqualTo(250 << 16 | 100 << 8 | 7);
    }

    @Test
    void stripIsAPictureUnderThePictureBefore() throws IOException {
        Tensor pictures = noise(GRAY, 3, 1);

        BufferedImage strip = image(FilmStrip.encode(pictures));

        assertThat(strip.getHeight()).isEqualTo(48);
        assertThat(strip.getRaster().getSample(5, 2 * 16 + 4, 0)).isEqualTo((int) pictures.value(2, 4 * 24 + 5));
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void stripsOfOtherPicturesAreRefused() {
        byte[] png = FilmStrip.encode(noise(GRAY, 3, 1));

        assertThatThrownBy(() -> FilmStrip.decode(spec("lcd", List.of(16, 23)), png, 3))
                .hasMessageContaining("tensor 'lcd' [16, 23] has a PNG of 48 x 24 pixels");
        assertThatThrownBy(() -> FilmStrip.decode(spec("lcd", List.of(3, 16, 24)), png, 3))
                .hasMessageContaining("a PNG of 1 colours");
        assertThatThrownBy(() -> FilmStrip.decode(GRAY, png, 2))
                .hasMessageContaining("a PNG of 48 x 24 pixels for 2 pictures");
        assertThatThrownBy(() -> FilmStrip.decode(GRAY, Arrays.copyOf(png, png.length / 2), 3))
                .hasMessageContaining("a PNG that cannot be read");
    }

    @Test
    void tablesKeepPicturesForEpisodesAndForWindows(@TempDir Path folder) {
        Layout layout = new Layout(List.of(GRAY, COLOURED, SyntheticEpisodes.ACTION));
        List<Episode> episodes =
                IntStream.range(0, 6).mapToObj(i -> filmed(i, layout)).toList();
        EpisodeTable table =
                EpisodeTable.at(LocalSpark.session(), folder.resolve("t").toString());
        table.write(LocalSpark.parallel(episodes, 1), layout, WriteMode.CREATE, EpisodeTableTest.LINEAGE);

        Map<String, Episode> truth = episodes.stream().collect(Collectors.toMap(Episode::id, Function.identity()));
        assertThat(table.episodes().collect()).containsExactlyInAnyOrderElementsOf(episodes);
        try (WindowReader reader = new WindowReader(new Configuration(), layout, 1_000_000)) {
            for (SegmentAddress segment : table.segments()) {
                assertThat(reader.read(new WindowAddress(Stretch.of(segment), 7, 5))
                                .tensors())
                        .isEqualTo(truth.get(segment.episode()).tensors().stream()
                                .map(tensor -> tensor.slice(7, 12))
                                .toList());
            }
        }
    }

    @Test
    void stripThatAnotherProgramCutIsNamed(@TempDir Path folder) {
        Layout layout = new Layout(List.of(GRAY));
        EpisodeTable table =
                EpisodeTable.at(LocalSpark.session(), folder.resolve("t").toString());
        table.write(
                LocalSpark.parallel(List.of(filmed(1, layout)), 1), layout, WriteMode.CREATE, EpisodeTableTest.LINEAGE);
        Path cut = folder.resolve("cut");
        LocalSpark.session()
                .read()
                .parquet(table.files().toArray(String[]::new))
                .withColumn("lcd", functions.expr("substring(lcd, 1, 60)"))
                .write()
                .parquet(cut.toString());
        String file = Arrays.stream(cut.toFile().listFiles((at, name) -> name.endsWith(".parquet")))
                .findFirst()
                .orElseThrow()
                .toString();

        try (WindowReader reader = new WindowReader(new Configuration(), layout, 0)) {
            SegmentAddress segment =
                    SegmentAddresses.of(file, new Configuration()).get(0);
            assertThatThrownBy(() -> reader.read(new WindowAddress(Stretch.of(segment), 0, 5)))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContainingAll(file, "a PNG that cannot be read");
        }
    }

    private static Episode filmed(int index, Layout layout) {
        Episode bare = SyntheticEpisodes.one(5, index, 20);
        List<Tensor> tensors = layout.tensors().stream()
                .map(spec -> spec.encoding() == Encoding.PNG ? noise(spec, 20, index) : bare.require(spec.name()))
                .toList();
        return new Episode(bare.id(), tensors, bare.provenance());
    }
}
