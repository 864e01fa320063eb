package io.cradle.ingest.frame;

/** What becomes of pictures. */
public enum FrameKind {
    /** They are left out. */
    NONE,
    /** Ink or none, a bit a pixel, {@code [H, W]}. */
    BINARY,
    /** Gray, a byte a pixel, {@code [H, W]}. */
    GRAY,
    /** Red, green and blue, {@code [3, H, W]} bytes. */
    RGB
}
