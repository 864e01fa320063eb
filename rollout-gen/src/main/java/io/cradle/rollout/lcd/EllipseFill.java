package io.cradle.rollout.lcd;

/**
 * Fills an axis-parallel ellipse by the rule of Pillow from 8.0 on. For corners (x0, y0) and (x1, y1) with
 * {@code a = x1 - x0} and {@code b = y1 - y0} the figure is (a + 1) x (b + 1) pixels. On a grid of half pixels around
 * its middle a path runs from the right end of the middle row to the top; each row is as wide as where the path enters
 * it, and the other half mirrors it.
 */
final class EllipseFill {
    /** Longest diameter in pixels whose squares still fit a long. */
    private static final int LARGEST = 1 << 14;

    private EllipseFill() {}

    static void fill(Canvas canvas, int x0, int y0, int x1, int y1) {
        long a = (long) x1 - x0;
        long b = (long) y1 - y0;
        if (a < 0 || b < 0 || a > LARGEST || b > LARGEST) {
            throw new IllegalArgumentException(
                    "Cannot draw a disc of %d x %d pixels: its diameter must be from 0 to %d pixels"
                            .formatted(a, b, LARGEST));
        }
        long x = a;
        for (long y = b % 2; y <= b; y += 2) {
            rows(canvas, x0, y0, a, b, x, y);
            x = nextRow(a, b, x, y);
        }
    }

    /** The row at {@code y} half pixels above the middle, and its mirror image below. */
    private static void rows(Canvas canvas, int x0, int y0, long a, long b, long x, long y) {
        int left = (int) (x0 + (a - x) / 2);
        int right = (int) (x0 + (a + x) / 2);
        canvas.span((int) (y0 + (b + y) / 2), left, right);
        canvas.span((int) (y0 + (b - y) / 2), left, right);
    }

    /** Half width at which the path enters the next row: at each point it goes up, up and inward, or inward. */
    private static long nextRow(long a, long b, long from, long y) {
        long x = from;
        while (x > 1) {
            long up = miss(a, b, x, y + 2);
            long upAndIn = miss(a, b, x - 2, y + 2);
            long in = miss(a, b, x - 2, y);
            if (up <= upAndIn && up <= in) {
                return x;
            }
            x -= 2;
            if (upAndIn <= in) {
                return x;
            }
        }
        return x;
    }

    /** How far a point is from the ellipse, in no particular unit. */
    private static long miss(long a, long b, long x, long y) {
        return Math.abs(a * a * y * y + b * b * x * x - a * a * b * b);
    }
}
