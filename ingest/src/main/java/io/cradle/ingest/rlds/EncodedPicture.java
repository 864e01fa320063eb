package io.cradle.ingest.rlds;

import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes PNG and JPEG. */
final class EncodedPicture {
    private static final long MOST_PIXELS = 1 << 26;

    private EncodedPicture() {}

    /** A picture; its size is looked at before memory is taken for it. */
    static Picture decode(byte[] bytes, long time, Colours colours) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("its %d bytes are neither PNG nor JPEG".formatted(bytes.length));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return picture(image(reader), time, colours);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException damaged) {
            throw new IOException("it cannot be decoded (%s)".formatted(damaged.getMessage()), damaged);
        }
    }

    private static BufferedImage image(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new IOException("it claims %d pixels, at most %d are decoded".formatted(pixels, MOST_PIXELS));
        }
        return reader.read(0);
    }

    private static Picture picture(BufferedImage image, long time, Colours colours) {
        int channels = colours == Colours.GRAY ? 1 : 3;
        int width = image.getWidth();
        byte[] pixels = new byte[image.getHeight() * width * channels];
        boolean gray = image.getRaster().getNumBands() < 3 && !(image.getColorModel() instanceof IndexColorModel);
        for (int i = 0; i < pixels.length / channels; i++) {
            int colour = gray ? gray(image, i % width, i / width) : image.getRGB(i % width, i / width);
            put(pixels, i, channels, colour);
        }
        return new Picture(time, image.getHeight(), width, channels, pixels);
    }

    /** A sample as it is stored: the JDK would take gray for linear light and brighten it. */
    private static int gray(BufferedImage image, int x, int y) {
        int excess = Math.max(0, image.getRaster().getSampleModel().getSampleSize(0) - Byte.SIZE);
        return (image.getRaster().getSample(x, y, 0) >>> excess) * 0x010101;
    }

    private static void put(byte[] pixels, int at, int channels, int colour) {
        int red = colour >> 16 & 0xff;
        int green = colour >> 8 & 0xff;
        int blue = colour & 0xff;
        if (channels == 1) {
            pixels[at] = (byte) luma(red, green, blue);
        } else {
            pixels[3 * at] = (byte) red;
            pixels[3 * at + 1] = (byte) green;
            pixels[3 * at + 2] = (byte) blue;
        }
    }

    /** ITU-R BT.601 in integers; gray stays what it is. */
    static int luma(int red, int green, int blue) {
        return (77 * red + 150 * green + 29 * blue + 128) >> 8;
    }
}
