package io.cradle.ingest.mcap;

import io.cradle.ingest.take.EncodedPicture;
import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.Picture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

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
        byte[] file = new byte[data.remaining()];
        data.duplicate().get(file);
        try {
            return EncodedPicture.decode(file, time, colours);
        } catch (IOException damaged) {
            throw new IllegalArgumentException(
                    "its %s cannot be decoded (%s); re-record".formatted(codec(), damaged.getMessage()), damaged);
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
}
