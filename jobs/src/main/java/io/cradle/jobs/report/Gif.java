package io.cradle.jobs.report;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Animated GIF by {@code javax.imageio}, with one palette of at most 256 colours for all frames. */
final class Gif {
    private static final int MOST_COLORS = 256;
    private static final int TICKS = 100; // a second has, in a GIF
    private static final byte[] FOREVER = {1, 0, 0};

    private Gif() {}

    /**
     * Writes frames of one size that repeat forever.
     *
     * @param seconds that each frame stays
     * @param lastSeconds that the last one stays
     */
    static byte[] write(List<BufferedImage> frames, double seconds, double lastSeconds) {
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

    /** The colours of all frames; the first is transparent. */
    private static IndexColorModel palette(List<BufferedImage> frames) {
        Map<Integer, Integer> seen = new LinkedHashMap<>();
        seen.put(0, 0);
        for (BufferedImage frame : frames) {
            for (int color : pixels(frame)) {
                seen.putIfAbsent(color, seen.size());
            }
        }
        if (seen.size() > MOST_COLORS) {
            throw new IllegalArgumentException(
                    "Cannot write GIF: its frames have %d colours, the format has 256".formatted(seen.size()));
        }
        int[] table =
                Arrays.copyOf(seen.keySet().stream().mapToInt(Integer::intValue).toArray(), MOST_COLORS);
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
