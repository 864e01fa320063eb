package io.cradle.rollout.world;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The outline of a body, around its origin.
 *
 * @param form how {@code size} is read
 * @param size in m: CIRCLE {@code [radius]}; BOX {@code [half width, half height]}; POLYGON the corners
 *     {@code [x0, y0, x1, y1 …]} of a convex hull of at most 8
 */
public record Shape(Form form, List<Double> size) implements Serializable {
    private static final double SMALLEST = 0.01;
    private static final double LARGEST = 100;
    private static final int MOST_CORNERS = 8;

    /** Kinds of outline. */
    public enum Form {
        /** Disc. */
        CIRCLE,
        /** Rectangle. */
        BOX,
        /** Convex polygon. */
        POLYGON
    }

    public Shape {
        Checks.present("form", form);
        Checks.present("size", size);
        size = List.copyOf(size);
        int numbers = size.size();
        boolean fits =
                switch (form) {
                    case CIRCLE -> numbers == 1;
                    case BOX -> numbers == 2;
                    case POLYGON -> numbers % 2 == 0 && numbers >= 6 && numbers <= 2 * MOST_CORNERS;
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    "Invalid shape %s %s: a CIRCLE has 1 number, a BOX 2, a POLYGON 2 for each of its 3 to %d corners"
                            .formatted(form, size, MOST_CORNERS));
        }
        double least = form == Form.POLYGON ? -LARGEST : SMALLEST;
        size.forEach(number -> Checks.within("size of " + form, number, least, LARGEST));
        if (form == Form.POLYGON && !convex(size)) {
            throw new IllegalArgumentException(
                    "Invalid shape POLYGON %s: its corners must go once round a convex hull, in order".formatted(size));
        }
        if (form == Form.POLYGON && shortestEdge(size) < SMALLEST) {
            throw new IllegalArgumentException(
                    "Invalid shape POLYGON %s: each edge must be at least %s m long".formatted(size, SMALLEST));
        }
    }

    /** Corners {@code [x0, y0, x1, y1 …]} in m; none for a circle. */
    public double[] corners() {
        return switch (form) {
            case CIRCLE -> new double[0];
            case BOX -> {
                double w = size.get(0);
                double h = size.get(1);
                yield new double[] {-w, -h, w, -h, w, h, -w, h};
            }
            case POLYGON -> size.stream().mapToDouble(Double::doubleValue).toArray();
        };
    }

    private static double shortestEdge(List<Double> size) {
        int corners = size.size() / 2;
        return IntStream.range(0, corners)
                .mapToDouble(i -> Math.hypot(
                        size.get(2 * i) - size.get(2 * ((i + 1) % corners)),
                        size.get(2 * i + 1) - size.get(2 * ((i + 1) % corners) + 1)))
                .min()
                .orElse(0);
    }

    /** Every turn goes the same way, and all turns together make one round. */
    private static boolean convex(List<Double> size) {
        int corners = size.size() / 2;
        double round = 0;
        double sign = 0;
        for (int i = 0; i < corners; i++) {
            double turn = turn(size, i, corners);
            if (turn == 0 || turn * sign < 0) {
                return false;
            }
            sign = turn;
            round += turn;
        }
        return Math.abs(Math.abs(round) - 2 * Math.PI) < 1e-6;
    }

    /** Angle in rad by which the outline turns at corner {@code i + 1}. */
    private static double turn(List<Double> size, int i, int corners) {
        int a = 2 * i;
        int b = 2 * ((i + 1) % corners);
        int c = 2 * ((i + 2) % corners);
        double ux = size.get(b) - size.get(a);
        double uy = size.get(b + 1) - size.get(a + 1);
        double vx = size.get(c) - size.get(b);
        double vy = size.get(c + 1) - size.get(b + 1);
        return Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
    }
}
