package io.cradle.ingest.frame;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.take.Film.Colours;
import java.io.Serializable;
import java.util.List;

/**
 * Section {@code ingest.frames} of the configuration: how pictures become frames.
 *
 * @param camera name of the film, as the source has it; blank for the only one, or the first by name
 * @param kind what becomes of pictures
 * @param height H of a frame in pixels
 * @param width W of a frame in pixels
 * @param crop which part of a picture is kept
 * @param threshold where ink begins, of kind BINARY
 * @param level gray level of threshold FIXED, 0 to 255; of ADAPTIVE by how much a pixel must differ
 * @param ink which side is ink
 * @param png whether kinds GRAY and RGB are kept as PNG, which any program shows; else as bytes, which take less where pictures follow each other
 */
public record FramesConfig(
        String camera,
        FrameKind kind,
        int height,
        int width,
        Crop crop,
        Threshold threshold,
        int level,
        Ink ink,
        boolean png)
        implements Serializable {
    /** Small binary frames of the whole picture. */
    public static final FramesConfig LCD =
            new FramesConfig("", FrameKind.BINARY, 16, 32, Crop.WHOLE, Threshold.OTSU, 128, Ink.BRIGHT, false);

    private static final int LARGEST = 1024;
    private static final int BRIGHTEST = 255;
    private static final int COLOURS = 3;

    public FramesConfig {
        if (height < 1 || width < 1 || height > LARGEST || width > LARGEST) {
            throw new IllegalArgumentException("Invalid ingest.frames height=%d, width=%d: must be from 1 to %d"
                    .formatted(height, width, LARGEST));
        }
        if (level < 0 || level > BRIGHTEST) {
            throw new IllegalArgumentException(
                    "Invalid ingest.frames.level=%d: must be a gray level from 0 to %d".formatted(level, BRIGHTEST));
        }
    }

    /** Colours that pictures are decoded in. */
    public Colours colours() {
        return kind == FrameKind.RGB ? Colours.RGB : Colours.GRAY;
    }

    /**
     * The tensor of frames.
     *
     * @param rate frames a second in Hz
     */
    public TensorSpec spec(double rate) {
        return switch (kind) {
            case NONE -> throw new IllegalStateException("There are no frames: ingest.frames.kind is NONE");
            case BINARY -> TensorSpec.frame(Layout.FRAME, height, width, rate);
            case GRAY -> bytes(List.of(height, width), rate);
            case RGB -> bytes(List.of(COLOURS, height, width), rate);
        };
    }

    private TensorSpec bytes(List<Integer> shape, double rate) {
        return new TensorSpec(
                Layout.FRAME, png ? Encoding.PNG : Encoding.U8, shape, List.of(), Scaling.NONE, 0, BRIGHTEST, rate);
    }
}
