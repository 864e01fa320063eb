package io.cradle.dataset.table;

import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures as one PNG, {@code [T * H, W]}: the first on top. Without loss; gray of a byte, or red, green and blue, so that any program that
 * shows pictures shows a segment.
 */
final class FilmStrip {
    private static final int COLOURS = 3;

    private FilmStrip() {}

    /** The pictures {@code [T, H, W]} or {@code [T, 3, H, W]} as a PNG; T at least 1. */
    static byte[] encode(Tensor pictures) {
        List<Integer> shape = pictures.spec().shape();
        int width = shape.get(shape.size() - 1);
        int height = Math.multiplyExact(pictures.rows(), shape.get(shape.size() - 2));
        BufferedImage strip = new BufferedImage(
                width,
                height,
                isColoured(pictures.spec()) ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
        byte[] bytes = pictures.bytes();
        byte[] pixels = isColoured(pictures.spec()) ? interleaved(bytes, pictures.spec()) : bytes;
        strip.getRaster().setDataElements(0, 0, width, height, pixels);
        return written(strip);
    }

    private static byte[] written(BufferedImage strip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(strip, "png", image)) {
                throw new IllegalStateException("This Java writes no PNG; use one with the module java.desktop");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * The pictures of a PNG. Its size is looked at before memory is taken for it.
     *
     * @param steps T
     * @throws IllegalArgumentException if it is no PNG of T such pictures
     */
    static Tensor decode(TensorSpec spec, byte[] png, int steps) {
        byte[] pixels;
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
            ImageReader reader = reader(in, spec);
            try {
                require(spec, steps, reader.getWidth(0), reader.getHeight(0));
                pixels = pixels(spec, reader.read(0).getRaster());
            } finally {
                reader.dispose();
            }
        } catch (IOException broken) {
            throw unfit(spec, "a PNG that cannot be read (%s)".formatted(broken.getMessage()), broken);
        }
        return Tensor.ofBytes(spec, isColoured(spec) ? separate(pixels, spec) : pixels);
    }

    private static boolean isColoured(TensorSpec spec) {
        return spec.shape().size() == COLOURS;
    }

    /** Row by row, a byte a colour: red, green and blue, however they are kept. */
    private static byte[] pixels(TensorSpec spec, Raster raster) {
        if (raster.getNumBands() != (isColoured(spec) ? COLOURS : 1)
                || raster.getTransferType() != DataBuffer.TYPE_BYTE) {
            throw unfit(spec, "a PNG of %d colours".formatted(raster.getNumBands()), null);
        }
        return (byte[]) raster.getDataElements(0, 0, raster.getWidth(), raster.getHeight(), null);
    }

    private static ImageReader reader(MemoryCacheImageInputStream in, TensorSpec spec) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        if (!readers.hasNext()) {
            throw unfit(spec, "a PNG, which this Java cannot read", null);
        }
        ImageReader reader = readers.next();
        reader.setInput(in, true, true);
        return reader;
    }

    private static void require(TensorSpec spec, int steps, int width, int height) {
        List<Integer> shape = spec.shape();
        if (width != shape.get(shape.size() - 1) || height != (long) steps * shape.get(shape.size() - 2)) {
            throw unfit(spec, "a PNG of %d x %d pixels for %d pictures".formatted(height, width, steps), null);
        }
    }

    private static IllegalArgumentException unfit(TensorSpec spec, String what, Exception cause) {
        return new IllegalArgumentException("tensor '%s' %s has %s".formatted(spec.name(), spec.shape(), what), cause);
    }

    /** {@code [T, 3, H, W]} to {@code [T, H, W, 3]}. */
    private static byte[] interleaved(byte[] planes, TensorSpec spec) {
        byte[] pixels = new byte[planes.length];
        int size = spec.elements() / COLOURS;
        for (int i = 0; i < planes.length; i++) {
            pixels[place(i, size)] = planes[i];
        }
        return pixels;
    }

    private static byte[] separate(byte[] pixels, TensorSpec spec) {
        byte[] planes = new byte[pixels.length];
        int size = spec.elements() / COLOURS;
        for (int i = 0; i < planes.length; i++) {
            planes[i] = pixels[place(i, size)];
        }
        return planes;
    }

    /** Where an element of planes of this size stands among pixels. */
    private static int place(int i, int size) {
        int plane = i / size;
        return (plane / COLOURS * size + i % size) * COLOURS + plane % COLOURS;
    }
}
