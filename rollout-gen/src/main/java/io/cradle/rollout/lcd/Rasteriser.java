package io.cradle.rollout.lcd;

/**
 * Turns outlines in metres into frames of bits. Reused from frame to frame: nothing is allocated in between. Not
 * thread-safe.
 */
public final class Rasteriser {
    private static final int MOST_CORNERS = 64;

    private final Canvas canvas;
    private final double pixelsPerMetre;
    private final Rounding rounding;
    private final PolygonFill polygons = new PolygonFill(MOST_CORNERS);
    private final int[] pixels = new int[2 * MOST_CORNERS];

    /** How a coordinate in pixels becomes whole. */
    public enum Rounding {
        /** Downwards. */
        FLOOR,
        /**
         * Towards zero: a shape just outside of the left or the lower edge still inks the first column or row. That is
         * what Pillow does with what boxLCD hands it.
         */
        TOWARDS_ZERO
    }

    /** Takes pixels with ink. */
    @FunctionalInterface
    public interface PixelConsumer {
        /**
         * Takes one pixel.
         *
         * @param pixel {@code row * width + column}, row 0 at the top
         */
        void accept(int pixel);
    }

    /**
     * A blank frame.
     *
     * @param height pixels
     * @param width pixels
     * @param pixelsPerMetre scale in both directions; pixel (0, 0) begins at the origin, y is up
     * @param rounding how coordinates become whole
     */
    public Rasteriser(int height, int width, double pixelsPerMetre, Rounding rounding) {
        this.canvas = new Canvas(height, width);
        this.pixelsPerMetre = pixelsPerMetre;
        this.rounding = rounding;
    }

    /** Wipes all ink. */
    public void clear() {
        canvas.clear();
    }

    /** Wipes the ink where a stencil of the same size has some. */
    public void erase(Rasteriser stencil) {
        canvas.erase(stencil.canvas);
    }

    /** Inks a disc with its centre at (x, y), in m. */
    public void circle(double x, double y, double radius) {
        EllipseFill.fill(canvas, pixel(x - radius), pixel(y - radius), pixel(x + radius), pixel(y + radius));
    }

    /**
     * Inks a polygon.
     *
     * @param corners {@code [x0, y0, x1, y1 …]} in m
     * @param count how many corners, at most 64
     */
    public void polygon(double[] corners, int count) {
        for (int i = 0; i < 2 * count; i++) {
            pixels[i] = pixel(corners[i]);
        }
        polygons.fill(canvas, pixels, count);
    }

    /**
     * Writes the frame: row 0 at the top, ink = 1, packed least significant bit first.
     *
     * @param target zeros in the {@code ceil(height * width / 8)} bytes from {@code offset} on
     */
    public void copyTo(byte[] target, int offset) {
        canvas.copyTo(target, offset);
    }

    /** Calls for each pixel with ink. */
    public void forEachInk(PixelConsumer consumer) {
        canvas.forEachInk(consumer);
    }

    private int pixel(double metres) {
        double pixels = metres * pixelsPerMetre;
        return (int) (rounding == Rounding.FLOOR ? Math.floor(pixels) : pixels);
    }
}
