package io.cradle.ingest.take;

import io.cradle.ingest.take.Film.Colours;
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
public final class EncodedPicture {
    /** Most pixels of a picture that is decoded. */
    public static final long MOST_PIXELS = 1L << 26;

    private EncodedPicture() {}

    /**
     * A picture; its size is looked at before memory is taken for it.
     *
     * @param bytes a whole file of PNG or JPEG
     * @param time stamp in ns
     * @throws IOException saying what is wrong, as the end of a sentence about the picture
     */
    public static Picture decode(byte[] bytes, long time, Colours colours) throws IOException {
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
        int width = image.getWidth();
        boolean gray = image.getRaster().getNumBands() < 3 && !(image.getColorModel() instanceof IndexColorModel);
        int channels = gray ? 1 : 3;
        byte[] raw = new byte[image.getHeight() * width * channels];
        for (int i = 0; i < raw.length / channels; i++) {
            int colour = gray ? gray(image, i % width, i / width) : image.getRGB(i % width, i / width);
            for (int c = 0; c < channels; c++) {
                raw[i * channels + c] = (byte) (colour >> (Byte.SIZE * (channels - 1 - c)));
            }
        }
        return Pixels.picture(time, image.getHeight(), width, channels, raw, colours);
    }

    /** A sample as it is stored: the JDK would take gray for linear light and brighten it. */
    private static int gray(BufferedImage image, int x, int y) {
        int excess = Math.max(0, image.getRaster().getSampleModel().getSampleSize(0) - Byte.SIZE);
        return image.getRaster().getSample(x, y, 0) >>> excess;
    }
}
