package io.cradle.jobs.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Still pictures for pages. */
final class Picture {
    /** Pixels between two frames of a strip. */
    static final int GAP = 1;

    private Picture() {}

    /** All frames from left to right, {@value #GAP} pixel apart, one pixel a pixel. */
    static BufferedImage strip(Scene scene) {
        int pitch = scene.width() + GAP;
        BufferedImage image =
                new BufferedImage(scene.frames() * pitch - GAP, scene.height(), BufferedImage.TYPE_INT_ARGB);
        for (int t = 0; t < scene.frames(); t++) {
            draw(scene, t, image, t * pitch, 0, 1);
        }
        return image;
    }

    /** Draws one frame at (left, top), each pixel {@code scale} wide. */
    static void draw(Scene scene, int t, BufferedImage image, int left, int top, int scale) {
        for (int y = 0; y < scene.height() * scale; y++) {
            for (int x = 0; x < scene.width() * scale; x++) {
                image.setRGB(left + x, top + y, scene.colors().at(t, y / scale, x / scale));
            }
        }
    }

    /** The picture as PNG in a {@code data:} URI. */
    static String png(BufferedImage image) {
        return uri("image/png", bytes(image));
    }

    /** The picture as PNG. */
    static byte[] bytes(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("Cannot write PNG: this JDK lacks java.desktop's PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write PNG", e);
        }
        return bytes.toByteArray();
    }

    static String uri(String type, byte[] content) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    }
}
