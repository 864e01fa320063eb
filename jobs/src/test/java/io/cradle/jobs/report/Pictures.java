package io.cradle.jobs.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What pictures of pages show. */
final class Pictures {
    private Pictures() {}

    /** Every colour, {@code 0xRRGGBB}. */
    static Set<Integer> colors(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        return IntStream.of(pixels).map(pixel -> pixel & 0xffffff).boxed().collect(Collectors.toSet());
    }
}
