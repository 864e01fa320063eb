package io.cradle.ingest.frame;

import io.cradle.ingest.take.Picture;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Looks for what is wrong with a film, from {@link Picture#points}. Holds a few numbers for each picture. */
public final class FilmCheck {
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
        byte[] points = picture.points();
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
