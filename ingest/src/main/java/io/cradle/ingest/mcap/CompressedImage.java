package io.cradle.ingest.mcap;

import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A JPEG or PNG file.
 *
 * @param declared format as the message names it, such as {@code jpeg} or {@code rgb8; png compressed bgr8}
 * @param data the file
 */
record CompressedImage(String declared, ByteBuffer data) implements ImageMessage {
    @Override
    public boolean isKnown() {
        return !codec().isEmpty();
    }

    @Override
    public String format() {
        return "format '%s' is neither jpeg nor png; republish it as one of them"
                .formatted(declared.length() > 64 ? declared.substring(0, 64) + "…" : declared);
    }

    @Override
    public Picture decode(long time, Colours colours) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(codec());
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(
                new ByteArrayInputStream(data.array(), data.arrayOffset() + data.position(), data.remaining()))) {
            reader.setInput(in, true, true);
            requireSize(reader.getWidth(0), reader.getHeight(0));
            return picture(reader.read(0), time, colours);
        } catch (IOException | RuntimeException damaged) {
            throw new IllegalArgumentException(
                    "its %s cannot be decoded (%s); re-record".formatted(codec(), damaged.getMessage()), damaged);
        } finally {
            reader.dispose();
        }
    }

    private String codec() {
        String format = declared.toLowerCase(Locale.ROOT);
        if (format.contains("compresseddepth")) {
            return "";
        }
        if (format.contains("jpeg") || format.contains("jpg")) {
            return "jpeg";
        }
        return format.contains("png") ? "png" : "";
    }

    private static void requireSize(long width, long height) {
        if (width * height > MOST_PIXELS) {
            throw new IllegalArgumentException("%d x %d are more than %d pixels".formatted(width, height, MOST_PIXELS));
        }
    }

    private static Picture picture(BufferedImage image, long time, Colours colours) {
        Pixels pixels = new Pixels(image.getHeight(), image.getWidth(), colours);
        // Java takes gray for linear and would lighten it on the way to RGB
        boolean gray = image.getColorModel().getColorSpace().getNumComponents() == 1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (gray) {
                    byte value = gray(image.getRaster(), x, y);
                    pixels.add(value, value, value);
                } else {
                    int rgb = image.getRGB(x, y);
                    pixels.add((byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb);
                }
            }
        }
        return pixels.picture(time);
    }

    private static byte gray(Raster raster, int x, int y) {
        int sample = raster.getSample(x, y, 0);
        return (byte) (raster.getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT ? sample >> 8 : sample);
    }
}
