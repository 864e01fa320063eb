package io.cradle.jobs.report;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Animated GIF by {@code javax.imageio}, with one palette of at most 256 colours for all frames; where there are more, each
 * channel is rounded to six levels.
 */
final class Gif {
    private static final int MOST_COLORS = 256;
    private static final double STEP = 51; // six levels in a byte
    private static final int TICKS = 100; // a second has, in a GIF
    private static final byte[] FOREVER = {1, 0, 0};

    private Gif() {}

    /**
     * Writes frames of one size that repeat forever.
     *
     * @param pictures their pixels are of full colour or transparent
     * @param seconds that each frame stays
     * @param lastSeconds that the last one stays
     */
    static byte[] write(List<BufferedImage> pictures, double seconds, double lastSeconds) {
        List<BufferedImage> frames = colours(pictures).size() > MOST_COLORS ? rounded(pictures) : pictures;
        IndexColorModel palette = palette(frames);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int t = 0; t < frames.size(); t++) {
                BufferedImage image = indexed(frames.get(t), palette);
                // Not createFromRenderedImage: that forgets the palette.
                IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
                describe(metadata, t == frames.size() - 1 ? lastSeconds : seconds, t == 0);
                writer.writeToSequence(new IIOImage(image, null, metadata), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write GIF", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void describe(IIOMetadata metadata, double seconds, boolean first) throws IOException {
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode control = (IIOMetadataNode)
                root.getElementsByTagName("GraphicControlExtension").item(0);
        // The JDK interlaces unless told not to, and then loses rows of pictures that have fewer than five.
        IIOMetadataNode descriptor =
                (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
        descriptor.setAttribute("interlaceFlag", "FALSE");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("delayTime", Long.toString(Math.max(2, Math.round(seconds * TICKS))));
        if (first) {
            root.appendChild(repeat());
        }
        metadata.setFromTree(format, root);
    }

    private static IIOMetadataNode repeat() {
        IIOMetadataNode netscape = new IIOMetadataNode("ApplicationExtension");
        netscape.setAttribute("applicationID", "NETSCAPE");
        netscape.setAttribute("authenticationCode", "2.0");
        netscape.setUserObject(FOREVER.clone());
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(netscape);
        return extensions;
    }

    private static Set<Integer> colours(List<BufferedImage> frames) {
        Set<Integer> seen = new LinkedHashSet<>(Set.of(0));
        for (BufferedImage frame : frames) {
            for (int color : pixels(frame)) {
                seen.add(color);
            }
        }
        return seen;
    }

    private static List<BufferedImage> rounded(List<BufferedImage> frames) {
        return frames.stream().map(Gif::rounded).toList();
    }

    private static BufferedImage rounded(BufferedImage frame) {
        int[] pixels = pixels(frame);
        for (int i = 0; i < pixels.length; i++) {
            int color = pixels[i];
            pixels[i] = color >>> 24 == 0
                    ? 0
                    : 0xff000000 | level(color >> 16) << 16 | level(color >> 8) << 8 | level(color);
        }
        BufferedImage image = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, frame.getWidth(), frame.getHeight(), pixels, 0, frame.getWidth());
        return image;
    }

    private static int level(int channel) {
        return (int) Math.rint((channel & 0xff) / STEP) * (int) STEP;
    }

    /** The colours of all frames; the first is transparent. */
    private static IndexColorModel palette(List<BufferedImage> frames) {
        Set<Integer> seen = colours(frames);
        int[] table = Arrays.copyOf(seen.stream().mapToInt(Integer::intValue).toArray(), MOST_COLORS);
        return new IndexColorModel(Byte.SIZE, table.length, table, 0, true, 0, DataBuffer.TYPE_BYTE);
    }

    private static BufferedImage indexed(BufferedImage frame, IndexColorModel palette) {
        Map<Integer, Integer> index = new HashMap<>();
        for (int i = palette.getMapSize() - 1; i >= 0; i--) {
            index.put(palette.getRGB(i), i);
        }
        BufferedImage image =
                new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette);
        int[] pixels = pixels(frame);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = index.get(pixels[i]);
        }
        image.getRaster().setPixels(0, 0, frame.getWidth(), frame.getHeight(), pixels);
        return image;
    }

    private static int[] pixels(BufferedImage frame) {
        return frame.getRGB(0, 0, frame.getWidth(), frame.getHeight(), null, 0, frame.getWidth());
    }
}
