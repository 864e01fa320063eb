package io.cradle.rollout.lcd;

import java.util.Arrays;

/**
 * Fills a polygon with corners on whole pixels by the rule of Pillow 9.4: level edges are inked as they are; in every row
 * the crossings with all other edges are sorted and inked pair by pair.
 *
 * <p>Three details decide single pixels. An edge's upper end counts twice, so that the edge above it finds a partner.
 * Where two edges that lean the same way end in one corner, the crossing that stands at the older edge's number moves to
 * where they are one row further, which joins a spike to its body. And a pair that rounds to nothing, a single line half
 * way between two columns, inks both.
 */
final class PolygonFill {
    private final int[] x0;
    private final int[] y0;
    private final int[] bottom;
    private final int[] top;
    private final float[] slope;
    private final float[] crossings;
    private int edges;

    PolygonFill(int mostCorners) {
        x0 = new int[mostCorners];
        y0 = new int[mostCorners];
        bottom = new int[mostCorners];
        top = new int[mostCorners];
        slope = new float[mostCorners];
        crossings = new float[2 * mostCorners];
    }

    /**
     * Inks a polygon.
     *
     * @param corners {@code [x0, y0, x1, y1 …]} in pixels
     */
    void fill(Canvas canvas, int[] corners, int count) {
        edges = 0;
        for (int i = 0; i < count; i++) {
            int next = (i + 1) % count;
            edge(canvas, corners[2 * i], corners[2 * i + 1], corners[2 * next], corners[2 * next + 1]);
        }
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (int i = 0; i < count; i++) {
            lowest = Math.min(lowest, corners[2 * i + 1]);
            highest = Math.max(highest, corners[2 * i + 1]);
        }
        highest = Math.min(highest, canvas.height());
        for (int row = Math.max(lowest, 0); row <= highest; row++) {
            row(canvas, row, highest);
        }
    }

    private void edge(Canvas canvas, int fromX, int fromY, int toX, int toY) {
        if (fromY == toY) {
            canvas.span(fromY, Math.min(fromX, toX), Math.max(fromX, toX));
            return;
        }
        x0[edges] = fromX;
        y0[edges] = fromY;
        bottom[edges] = Math.min(fromY, toY);
        top[edges] = Math.max(fromY, toY);
        slope[edges] = (float) (toX - fromX) / (toY - fromY);
        edges++;
    }

    private void row(Canvas canvas, int row, int highest) {
        int found = 0;
        for (int edge = 0; edge < edges; edge++) {
            if (row >= bottom[edge] && row <= top[edge]) {
                crossings[found++] = at(edge, row);
                if (row == top[edge] && row < highest) {
                    crossings[found] = crossings[found - 1];
                    found++;
                } else if (slope[edge] != 0) {
                    joinSpike(edge, row, row == highest ? row - 1 : row + 1);
                }
            }
        }
        Arrays.sort(crossings, 0, found);
        for (int i = 1; i < found; i += 2) {
            int from = halfUp(crossings[i - 1]);
            int to = halfDown(crossings[i]);
            canvas.span(row, Math.min(from, to), Math.max(from, to));
        }
    }

    /** Looks for an older edge that leans the same way and has the same end in this row. */
    private void joinSpike(int edge, int row, int beyond) {
        for (int older = 0; older < edge; older++) {
            if (slope[edge] * slope[older] > 0 && sharesEnd(edge, older, row) && at(edge, row) == at(older, row)) {
                crossings[older] = joined(edge, older, row, beyond);
                return;
            }
        }
    }

    private boolean sharesEnd(int edge, int older, int row) {
        return (row == bottom[edge] && row == bottom[older]) || (row == top[edge] && row == top[older]);
    }

    private float joined(int edge, int older, int row, int beyond) {
        float low = Math.min(at(edge, beyond), at(older, beyond));
        float high = Math.max(at(edge, beyond), at(older, beyond));
        if (row == top[edge]) {
            return slope[edge] > 0 ? high + 1 : low - 1;
        }
        return slope[edge] > 0 ? low : high + 1;
    }

    private float at(int edge, int row) {
        return (row - y0[edge]) * slope[edge] + x0[edge];
    }

    /** Nearest whole number, a half goes away from zero. */
    private static int halfUp(float value) {
        return (int) (value >= 0 ? Math.floor(value + 0.5f) : -Math.floor(Math.abs(value) + 0.5f));
    }

    /** Nearest whole number, a half goes towards zero. */
    private static int halfDown(float value) {
        return (int) (value >= 0 ? Math.ceil(value - 0.5f) : -Math.ceil(Math.abs(value) - 0.5f));
    }
}
