package io.cradle.ingest.mcap;

import io.cradle.ingest.mcap.RosType.Primitive;
import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Pixels;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Pixels as they are.
 *
 * @param height rows
 * @param width columns
 * @param encoding order of colours, such as {@code rgb8}
 * @param step bytes from row to row
 * @param data rows, the upper ones first
 */
record RawImage(long height, long width, String encoding, long step, ByteBuffer data) implements ImageMessage {
    /** Where red, green and blue stand in a pixel, and its bytes. */
    private static final Map<String, List<Integer>> ORDERS = Map.of(
            "mono8", List.of(0, 0, 0, 1),
            "rgb8", List.of(0, 1, 2, 3),
            "bgr8", List.of(2, 1, 0, 3),
            "rgba8", List.of(0, 1, 2, 4),
            "bgra8", List.of(2, 1, 0, 4));

    /** Reads what follows the header; sizes are compared with the data if the encoding is known. */
    static RawImage of(CdrInput in) {
        long height = (long) in.number(Primitive.UINT32);
        long width = (long) in.number(Primitive.UINT32);
        String encoding = in.text();
        in.number(Primitive.UINT8); // is_bigendian: of no meaning where a number is a byte
        RawImage image = new RawImage(height, width, encoding, (long) in.number(Primitive.UINT32), in.bytes());
        if (image.isKnown()) {
            image.requireSizes();
        }
        return image;
    }

    @Override
    public boolean isKnown() {
        return ORDERS.containsKey(encoding);
    }

    @Override
    public String format() {
        return "encoding '%s' is not one of mono8, rgb8, bgr8, rgba8, bgra8; republish it as one of them"
                .formatted(encoding.length() > 32 ? encoding.substring(0, 32) + "…" : encoding);
    }

    @Override
    public Picture decode(long time, Colours colours) {
        List<Integer> order = ORDERS.get(encoding);
        int bytes = order.get(3);
        int channels = bytes == 1 ? 1 : 3;
        byte[] raw = new byte[(int) (height * width * channels)];
        int next = 0;
        for (int y = 0; y < height; y++) {
            int at = (int) (y * step);
            for (int x = 0; x < width; x++, at += bytes) {
                for (int c = 0; c < channels; c++) {
                    raw[next++] = data.get(at + order.get(c));
                }
            }
        }
        return Pixels.picture(time, (int) height, (int) width, channels, raw, colours);
    }

    private void requireSizes() {
        if (height == 0 || width == 0 || height * width > MOST_PIXELS || height > MOST_PIXELS || width > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "its picture is %d x %d, not at least 1 and at most %d pixels; record smaller ones"
                            .formatted(width, height, MOST_PIXELS));
        }
        long needed = (height - 1) * step + width * ORDERS.get(encoding).get(3);
        if (step < width * ORDERS.get(encoding).get(3) || needed > data.remaining()) {
            throw new IllegalArgumentException(
                    "its picture of %d x %d %s with rows of %d bytes has %d bytes; mend its publisher"
                            .formatted(width, height, encoding, step, data.remaining()));
        }
    }
}
