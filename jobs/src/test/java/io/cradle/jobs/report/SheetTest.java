package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final int HEIGHT = 3;
    private static final int WIDTH = 5;

    @Test
    void aBinaryEpisodeIsItsPixelsOneByOne() throws IOException {
        Episode episode = binary(4, 1);
        List<BufferedImage> frames = frames(sheet(List.of(episode), 1, 3).gif());
        assertThat(frames).hasSize(4);
        for (int t = 0; t < 4; t++) {
            for (int pixel = 0; pixel < HEIGHT * WIDTH; pixel++) {
                int color = episode.require("lcd").bit(t, pixel) ? Shade.INK : Shade.SCREEN;
                assertThat(frames.get(t).getRGB(pixel % WIDTH * 3 + 2, pixel / WIDTH * 3 + 2))
                        .isEqualTo(color);
            }
        }
    }

    @Test
    void grayAndColourAreShownAsTheyAre() throws IOException {
        Episode gray = bytes(List.of(HEIGHT, WIDTH), 7);
        int value = (int) gray.require("lcd").value(1, 8);
        assertThat(frames(sheet(List.of(gray), 1, 1).gif()).get(1).getRGB(3, 1))
                .isEqualTo(0xff000000 | value << 16 | value << 8 | value);
        Episode rgb = bytes(List.of(3, HEIGHT, WIDTH), 5);
        Tensor lcd = rgb.require("lcd");
        int expected =
                0xff000000 | (int) lcd.value(1, 8) << 16 | (int) lcd.value(1, 15 + 8) << 8 | (int) lcd.value(1, 30 + 8);
        assertThat(frames(sheet(List.of(rgb), 1, 1).gif()).get(1).getRGB(3, 1)).isEqualTo(expected);
    }

    @Test
    void moreColoursThanAGifHasAreRoundedToSixLevels() throws IOException {
        Episode many = bytes(List.of(3, 16, 32), 1 << 8);
        Tensor lcd = many.require("lcd");
        int shown = frames(sheet(List.of(many), 1, 1).gif()).get(0).getRGB(9, 4);
        for (int channel = 0; channel < 3; channel++) {
            double value = lcd.value(0, channel * 16 * 32 + 4 * 32 + 9);
            assertThat(shown >> (16 - 8 * channel) & 0xff).isEqualTo((int) Math.rint(value / 51) * 51);
        }
    }

    @Test
    void episodesStandSideBySideWithLinesBetweenAndTheShorterWaits() throws IOException {
        Episode one = binary(2, 1);
        Episode other = binary(4, 2);
        List<BufferedImage> frames =
                frames(sheet(List.of(one, other, one), 2, 1).gif());
        assertThat(frames).hasSize(4);
        assertThat(frames.get(0).getWidth()).isEqualTo(2 * WIDTH + 2);
        assertThat(frames.get(0).getHeight()).isEqualTo(2 * HEIGHT + 2);
        assertThat(frames.get(0).getRGB(WIDTH, 0)).isEqualTo(Shade.TRACK);
        assertThat(frames.get(0).getRGB(WIDTH + 3, HEIGHT + 3)).isEqualTo(Shade.TRACK);
        for (int pixel = 0; pixel < HEIGHT * WIDTH; pixel++) {
            int x = pixel % WIDTH;
            int y = pixel / WIDTH;
            assertThat(frames.get(3).getRGB(x, y)).isEqualTo(ink(one, 1, pixel));
            assertThat(frames.get(3).getRGB(x + WIDTH + 2, y)).isEqualTo(ink(other, 3, pixel));
            assertThat(frames.get(3).getRGB(x, y + HEIGHT + 2)).isEqualTo(ink(one, 1, pixel));
        }
    }

    @Test
    void framesStayAsLongAsTheRateSays() throws IOException {
        byte[] gif = sheet(List.of(binary(4, 1)), 1, 1).gif();
        assertThat(delay(gif, 0)).isEqualTo(10);
        assertThat(delay(gif, 3)).isEqualTo(110);
        byte[] thinned = sheet(List.of(binary(900, 1)), 1, 1).gif();
        assertThat(frames(thinned)).hasSize(300);
        assertThat(delay(thinned, 0)).isEqualTo(30);
    }

    @Test
    void aStillOfOneEpisodeReadsLikeText() throws IOException {
        Episode episode = binary(10, 3);
        BufferedImage still = still(sheet(List.of(episode), 1, 1));
        assertThat(still.getWidth()).isEqualTo(8 * (WIDTH + 2) - 2);
        assertThat(still.getHeight()).isEqualTo(2 * (HEIGHT + 2) - 2);
        assertThat(still.getRGB(WIDTH + 2, HEIGHT + 2)).isEqualTo(ink(episode, 9, 0));
    }

    @Test
    void aStillOfManyHasARowEach() throws IOException {
        List<Episode> episodes = List.of(binary(24, 1), binary(24, 2), binary(30, 3));
        BufferedImage still = still(sheet(episodes, 1, 1));
        assertThat(still.getWidth()).isEqualTo(12 * (WIDTH + 2) - 2);
        assertThat(still.getHeight()).isEqualTo(3 * (HEIGHT + 2) - 2);
        assertThat(still.getRGB(11 * (WIDTH + 2), HEIGHT + 2)).isEqualTo(ink(episodes.get(1), 22, 0));
    }

    @Test
    void textShowsTwoRowsInALine() {
        boolean[] ink = new boolean[HEIGHT * WIDTH];
        ink[0] = true;
        ink[WIDTH + 1] = true;
        ink[2] = true;
        ink[WIDTH + 2] = true;
        ink[2 * WIDTH + 4] = true;
        Tensor lcd = Tensor.ofBits(TensorSpec.frame("lcd", HEIGHT, WIDTH, 10), ink);
        assertThat(TextFrames.of(episode(lcd))).isEqualTo("step 0\n│▀▄█  │\n│    ▀│\n");
    }

    @Test
    void textOfALongEpisodeFitsIntoATerminal() {
        String text = TextFrames.of(binary(1000, 1));
        assertThat(text.lines()).allMatch(line -> line.length() <= 100).hasSize(4 * 3);
        assertThat(text).contains("step 0", "step 25").doesNotContain("step 1 ");
    }

    @Test
    void anEpisodeWithoutFramesIsRefused() {
        TensorSpec pose = TensorSpec.vector("pose", List.of(new Channel("x", "m", 0, 1)), Scaling.NONE, 0, 1, 10);
        List<Episode> blind = List.of(episode(Tensor.ofFloats(pose, new float[] {1})));
        assertThatThrownBy(() -> sheet(blind, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "it has no frames 'lcd' of shape [H, W] or [3, H, W], but [Tensor[pose, 1 rows]]");
        assertThatThrownBy(() -> TextFrames.of(blind.get(0))).hasMessageContaining("it has no frames 'lcd'");
    }

    private static Sheet sheet(List<Episode> episodes, int columns, int scale) {
        return Sheet.of(episodes, OptionalInt.of(columns), OptionalInt.of(scale));
    }

    private static int ink(Episode episode, int t, int pixel) {
        return episode.require("lcd").bit(t, pixel) ? Shade.INK : Shade.SCREEN;
    }

    private static Episode binary(int steps, long seed) {
        Random random = new Random(seed);
        boolean[] ink = new boolean[steps * HEIGHT * WIDTH];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = random.nextBoolean();
        }
        return episode(Tensor.ofBits(TensorSpec.frame("lcd", HEIGHT, WIDTH, 10), ink));
    }

    /** Two frames of so many different values. */
    private static Episode bytes(List<Integer> shape, int values) {
        TensorSpec spec = new TensorSpec("lcd", Encoding.U8, shape, List.of(), Scaling.NONE, 0, 255, 10);
        byte[] content = new byte[2 * spec.elements()];
        Random random = new Random(values);
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (random.nextInt(values) * (255 / Math.max(1, values - 1)));
        }
        return episode(Tensor.ofBytes(spec, content));
    }

    private static Episode episode(Tensor tensor) {
        String id = Episode.idOf(tensor.toString());
        return new Episode(
                id,
                List.of(tensor),
                new Provenance("rollout", "W", "d", "uniform", 1, "g", id, Split.TRAIN, Provenance.SplitBy.HASH));
    }

    private static BufferedImage still(Sheet sheet) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(sheet.png()));
    }

    private static List<BufferedImage> frames(byte[] gif) throws IOException {
        ImageReader reader = reader(gif);
        List<BufferedImage> frames = new ArrayList<>();
        for (int t = 0; t < reader.getNumImages(true); t++) {
            frames.add(reader.read(t));
        }
        return frames;
    }

    private static int delay(byte[] gif, int t) throws IOException {
        IIOMetadataNode root =
                (IIOMetadataNode) reader(gif).getImageMetadata(t).getAsTree("javax_imageio_gif_image_1.0");
        IIOMetadataNode control = (IIOMetadataNode)
                root.getElementsByTagName("GraphicControlExtension").item(0);
        return Integer.parseInt(control.getAttribute("delayTime"));
    }

    private static ImageReader reader(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
        return reader;
    }
}
