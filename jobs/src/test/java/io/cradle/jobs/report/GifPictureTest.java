package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.Evaluator;
import io.cradle.training.evaluation.Film;
import io.cradle.training.evaluation.OracleConfig;
import io.cradle.training.model.Windowed;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifPictureTest {
    private static final int SCALE = 11;

    private static Film film(int horizon) {
        EvaluationConfig config =
                new EvaluationConfig(Split.TEST, 0, 3, horizon, 100, 1, 1, 2, 1, 50, OracleConfig.NONE);
        return new Evaluator(config, Windowed.all(List.of(new ConstantVelocity()))).film(Balls.episode(40, 5));
    }

    private static ImageReader reader(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif));
        reader.setInput(in);
        return reader;
    }

    private static List<BufferedImage> frames(byte[] gif) throws IOException {
        ImageReader reader = reader(gif);
        List<BufferedImage> frames = new ArrayList<>();
        for (int t = 0; t < reader.getNumImages(true); t++) {
            frames.add(reader.read(t));
        }
        return frames;
    }

    private static String attribute(ImageReader reader, int t, String node, String name) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(t).getAsTree("javax_imageio_gif_image_1.0");
        return ((IIOMetadataNode) root.getElementsByTagName(node).item(0)).getAttribute(name);
    }

    @Test
    void truthIsLeftAndPredictionRightInTheirColours() throws Exception {
        Film film = film(10);
        List<BufferedImage> frames = frames(GifPicture.of(List.of(film)).bytes());

        assertThat(frames).hasSize(13);
        int right = Balls.SIZE * SCALE + 8;
        for (int pixel = 0; pixel < Balls.SIZE * Balls.SIZE; pixel++) {
            int x = pixel % Balls.SIZE * SCALE;
            int y = pixel / Balls.SIZE * SCALE;
            assertThat(frames.get(0).getRGB(x, y)).isEqualTo(film.truth().bit(0, pixel) ? Shade.INK : Shade.SCREEN);
            assertThat(frames.get(0).getRGB(right + x, y))
                    .isEqualTo(film.truth().bit(0, pixel) ? Shade.INK : Shade.PROMPT_SCREEN);
            assertThat(frames.get(12).getRGB(right + x, y))
                    .isEqualTo(Shade.mix(Shade.SCREEN, film.ink().value(12, pixel)));
        }
    }

    @Test
    void theBarRunsFromThePromptIntoThePrediction() throws Exception {
        List<BufferedImage> frames = frames(GifPicture.of(List.of(film(10))).bytes());
        BufferedImage last = frames.get(12);
        int bottom = last.getHeight() - 1;

        assertThat(frames.get(0).getRGB(0, bottom)).isEqualTo(Shade.PROMPT);
        assertThat(frames.get(0).getRGB(last.getWidth() - 1, bottom)).isEqualTo(Shade.TRACK);
        assertThat(last.getRGB(0, bottom)).isEqualTo(Shade.PROMPT);
        assertThat(last.getRGB(last.getWidth() - 1, bottom)).isEqualTo(Shade.PREDICTION);
    }

    @Test
    void itPlaysAtTheRateOfTheWorldRestsAtTheEndAndRepeats() throws Exception {
        ImageReader reader = reader(GifPicture.of(List.of(film(10))).bytes());

        assertThat(attribute(reader, 0, "GraphicControlExtension", "delayTime")).isEqualTo("10");
        assertThat(attribute(reader, 12, "GraphicControlExtension", "delayTime"))
                .isEqualTo("120");
        assertThat(attribute(reader, 0, "ApplicationExtension", "applicationID"))
                .isEqualTo("NETSCAPE");
    }

    @Test
    void manyFilmsStandOneUnderTheOther(@TempDir Path work) throws Exception {
        Path file = work.resolve("films.gif");
        GifPicture.of(List.of(film(10), film(10))).save(file);

        List<BufferedImage> frames = frames(Files.readAllBytes(file));

        int single = GifPicture.of(List.of(film(10))).height();
        assertThat(frames.get(0).getHeight()).isEqualTo(2 * single + 8);
    }

    @Test
    void filmsOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> GifPicture.of(List.of(film(10), film(11))))
                .hasMessage("Cannot draw 2 films in one picture: they must be of one size and length");
    }

    @Test
    void framesOfAnEpisodeAreDrawnAsTheyAre() throws Exception {
        var tensor = Balls.episode(7, 1).require(Layout.FRAME);

        List<BufferedImage> frames = frames(GifPicture.of(tensor).bytes());

        assertThat(frames).hasSize(7);
        assertThat(IntStream.range(0, 256)
                        .filter(pixel -> frames.get(6).getRGB(pixel % 16 * SCALE, pixel / 16 * SCALE) == Shade.INK)
                        .boxed())
                .containsExactlyElementsOf(IntStream.range(0, 256)
                        .filter(pixel -> tensor.bit(6, pixel))
                        .boxed()
                        .toList());
    }
}
