package io.cradle.ingest.frame;

import io.cradle.ingest.take.Picture;
import java.util.Arrays;
import java.util.List;

/** Says of each pixel of a recording whether it is ink. What it goes by is fixed from the first episode on. */
public final class Binariser {
    private static final int REACH = 2;
    private static final int LEAST_DIFFERENCE = 8;

    private final FramesConfig config;
    private final int threshold;
    private final int[] background;

    private Binariser(FramesConfig config, int threshold, int[] background) {
        this.config = config;
        this.threshold = threshold;
        this.background = background;
    }

    /**
     * Learns what it goes by.
     *
     * @param first gray pictures of the first episode, at least one, already scaled
     */
    public static Binariser of(FramesConfig config, List<Picture> first) {
        return switch (config.threshold()) {
            case FIXED, ADAPTIVE -> new Binariser(config, config.level(), new int[0]);
            case OTSU -> new Binariser(config, otsu(first), new int[0]);
            case BACKGROUND -> ofBackground(config, first);
        };
    }

    /** Writes which pixels are ink, {@code [H * W]}, from here on. */
    public void write(Picture picture, boolean[] ink, int from) {
        int width = picture.width();
        for (int i = 0; i < picture.height() * width; i++) {
            ink[from + i] = inked(picture, i / width, i % width);
        }
    }

    private boolean inked(Picture picture, int y, int x) {
        int value = picture.value(y, x, 0);
        return switch (config.threshold()) {
            case FIXED, OTSU -> bright() == (value >= threshold);
            case ADAPTIVE -> (bright() ? 1 : -1) * (value - neighbours(picture, y, x)) >= Math.max(1, threshold);
            case BACKGROUND -> Math.abs(value - background[y * picture.width() + x]) >= threshold;
        };
    }

    private boolean bright() {
        return config.ink() == Ink.BRIGHT;
    }

    private static int neighbours(Picture picture, int y, int x) {
        int sum = 0;
        int pixels = 0;
        for (int v = Math.max(0, y - REACH); v <= Math.min(picture.height() - 1, y + REACH); v++) {
            for (int u = Math.max(0, x - REACH); u <= Math.min(picture.width() - 1, x + REACH); u++) {
                sum += picture.value(v, u, 0);
                pixels++;
            }
        }
        return Math.round((float) sum / pixels);
    }

    private static int otsu(List<Picture> pictures) {
        Otsu otsu = new Otsu();
        for (Picture picture : pictures) {
            for (int i = 0; i < picture.height() * picture.width(); i++) {
                otsu.add(picture.value(i / picture.width(), i % picture.width(), 0));
            }
        }
        return otsu.threshold();
    }

    private static Binariser ofBackground(FramesConfig config, List<Picture> pictures) {
        int[] background = median(pictures);
        Otsu differences = new Otsu();
        for (Picture picture : pictures) {
            for (int i = 0; i < background.length; i++) {
                differences.add(Math.abs(picture.value(i / picture.width(), i % picture.width(), 0) - background[i]));
            }
        }
        return new Binariser(config, Math.max(LEAST_DIFFERENCE, differences.threshold()), background);
    }

    private static int[] median(List<Picture> pictures) {
        int width = pictures.get(0).width();
        int[] median = new int[pictures.get(0).height() * width];
        int[] values = new int[pictures.size()];
        for (int i = 0; i < median.length; i++) {
            for (int t = 0; t < values.length; t++) {
                values[t] = pictures.get(t).value(i / width, i % width, 0);
            }
            Arrays.sort(values);
            median[i] = values[values.length / 2];
        }
        return median;
    }
}
