package io.cradle.dataset.table;

import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
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
    /** Of RGB, which the JDK keeps as blue, green, red. */
    private static final int[] PLACES = {2, 1, 0};

    private FilmStrip() {}

    /** The pictures {@code [T, H, W]} or {@code [T, 3, H, W]} as a PNG; T at least 1. */
    static byte[] encode(Tensor pictures) {
        List<Integer> shape = pictures.spec().shape();
        boolean coloured = shape.size() == COLOURS;
        int width = shape.get(shape.size() - 1);
        int height = Math.multiplyExact(pictures.rows(), shape.get(shape.size() - 2));
        BufferedImage strip = new BufferedImage(
                width, height, coloured ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = pixels(strip.getRaster());
        byte[] bytes = pictures.bytes();
        if (coloured) {
            interleave(bytes, pixels, pictures.spec());
        } else {
            System.arraycopy(bytes, 0, pixels, 0, bytes.length);
        }
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
     * The pictures of a PNG.
     *
     * @throws IllegalArgumentException if it is none, or of another width, height or colours than the specification says
     */
    static Tensor decode(TensorSpec spec, byte[] png) {
        List<Integer> shape = spec.shape();
        boolean coloured = shape.size() == COLOURS;
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
            ImageReader reader = reader(in, spec);
            try {
                require(spec, reader.getWidth(0), reader.getHeight(0));
                Raster raster = reader.read(0).getRaster();
                if (raster.getNumBands() != (coloured ? COLOURS : 1)) {
                    throw unfit(spec, "a PNG of %d colours".formatted(raster.getNumBands()), null);
                }
                if (!(raster.getDataBuffer() instanceof DataBufferByte)) {
                    throw unfit(spec, "a PNG of more than a byte a colour", null);
                }
                byte[] pixels = pixels(raster);
                if (!coloured) {
                    return Tensor.ofBytes(spec, pixels);
                }
                byte[] bytes = new byte[pixels.length];
                separate(pixels, bytes, spec);
                return Tensor.ofBytes(spec, bytes);
            } finally {
                reader.dispose();
            }
        } catch (IOException broken) {
            throw unfit(spec, "a PNG that cannot be read (%s)".formatted(broken.getMessage()), broken);
        }
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

    private static void require(TensorSpec spec, int width, int height) {
        List<Integer> shape = spec.shape();
        if (width != shape.get(shape.size() - 1) || height % shape.get(shape.size() - 2) != 0) {
            throw unfit(spec, "a PNG of %d x %d pixels".formatted(height, width), null);
        }
    }

    private static IllegalArgumentException unfit(TensorSpec spec, String what, Exception cause) {
        return new IllegalArgumentException("tensor '%s' %s has %s".formatted(spec.name(), spec.shape(), what), cause);
    }

    private static byte[] pixels(Raster raster) {
        return ((DataBufferByte) raster.getDataBuffer()).getData();
    }

    /** {@code [T, 3, H, W]} to {@code [T * H, W, 3]} in the JDK's order. */
    private static void interleave(byte[] planes, byte[] pixels, TensorSpec spec) {
        int size = spec.elements() / COLOURS;
        for (int i = 0; i < planes.length; i++) {
            pixels[place(i, size)] = planes[i];
        }
    }

    private static void separate(byte[] pixels, byte[] planes, TensorSpec spec) {
        int size = spec.elements() / COLOURS;
        for (int i = 0; i < planes.length; i++) {
            planes[i] = pixels[place(i, size)];
        }
    }

    private static int place(int i, int size) {
        int plane = i / size;
        int pixel = plane / COLOURS * size + i % size;
        return pixel * COLOURS + PLACES[plane % COLOURS];
    }
}
