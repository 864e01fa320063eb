package io.cradle.ingest.frame;

import io.cradle.ingest.take.Picture;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Looks for what is wrong with a film, from 32 by 32 points of each picture: points and not means, since means hide the noise
 * by which a camera's pictures differ though nothing moves. Holds a few numbers for each picture.
 */
public final class FilmCheck {
    private static final int POINTS = 32;
    /** Gray levels. */
    private static final double DARK = 16;

    private static final double FLAT = 6;

    private byte[] before = new byte[0];
    private double[] changes = new double[64];
    private boolean[] black = new boolean[64];
    private int pictures;

    /** Looks at the next picture of the film. */
    public void add(Picture picture) {
        if (pictures == changes.length) {
            changes = Arrays.copyOf(changes, 2 * pictures);
            black = Arrays.copyOf(black, 2 * pictures);
        }
        byte[] points = points(picture);
        changes[pictures] = before.length == 0 ? 0 : change(points, before);
        black[pictures] = black(points);
        before = points;
        pictures++;
    }

    /** How much the last picture differs from the one before it, in gray levels; 0 for the first. */
    public double change() {
        return pictures == 0 ? 0 : changes[pictures - 1];
    }

    /** How many there were so far. */
    public int pictures() {
        return pictures;
    }

    /** What was found so far. */
    public FilmFaults faults() {
        return FilmFaults.of(
                Arrays.copyOf(changes, pictures),
                IntStream.range(0, pictures).filter(i -> black[i]).toArray());
    }

    private static byte[] points(Picture picture) {
        byte[] points = new byte[POINTS * POINTS];
        for (int i = 0; i < points.length; i++) {
            int y = (2 * (i / POINTS) + 1) * picture.height() / (2 * POINTS);
            int x = (2 * (i % POINTS) + 1) * picture.width() / (2 * POINTS);
            points[i] = (byte) picture.value(y, x, picture.channels() / 2);
        }
        return points;
    }

    private static double change(byte[] one, byte[] other) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
        }
        return (double) sum / one.length;
    }

    private static boolean black(byte[] points) {
        double sum = 0;
        double squares = 0;
        for (byte point : points) {
            sum += point & 0xff;
            squares += (double) (point & 0xff) * (point & 0xff);
        }
        double mean = sum / points.length;
        return mean < DARK && squares / points.length - mean * mean < FLAT * FLAT;
    }
}
