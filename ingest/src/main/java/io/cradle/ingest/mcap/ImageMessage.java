package io.cradle.ingest.mcap;

import io.cradle.ingest.mcap.RosType.Primitive;
import io.cradle.ingest.take.EncodedPicture;
import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.Picture;
import java.nio.ByteBuffer;

/** A message that carries a picture. */
sealed interface ImageMessage permits RawImage, CompressedImage {
    /** Most pixels of a picture. */
    long MOST_PIXELS = EncodedPicture.MOST_PIXELS;

    /** Kinds of such messages. */
    enum Kind {
        /** Pixels as they are, {@code sensor_msgs/msg/Image}. */
        RAW("sensor_msgs/Image"),
        /** JPEG or PNG, {@code sensor_msgs/msg/CompressedImage}. */
        COMPRESSED("sensor_msgs/CompressedImage");

        private final String schema;

        Kind(String schema) {
            this.schema = schema;
        }

        /** Whether a schema's messages are of this kind. */
        boolean is(McapSchema other) {
            return schema.equals(RosTypes.shortened(other.name()));
        }
    }

    /** Whether its format is one that can be decoded. */
    boolean isKnown();

    /** Format and, if it is not known, the remedy. */
    String format();

    /**
     * Decodes it.
     *
     * @param time stamp of the picture in ns
     * @throws IllegalArgumentException saying what is wrong, as the end of a sentence about the message
     */
    Picture decode(long time, Colours colours);

    /**
     * Reads all but the pixels.
     *
     * @throws IllegalArgumentException saying what is wrong, as the end of a sentence about the message
     */
    static ImageMessage of(Kind kind, ByteBuffer data) {
        CdrInput in = new CdrInput(data);
        in.number(Primitive.INT32); // header.stamp.sec
        in.number(Primitive.UINT32); // header.stamp.nanosec
        in.text(); // header.frame_id
        return switch (kind) {
            case RAW -> RawImage.of(in);
            case COMPRESSED -> new CompressedImage(in.text(), in.bytes());
        };
    }
}
