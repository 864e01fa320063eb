package io.cradle.training.model;

import java.io.Serializable;
import java.util.SortedMap;

/**
 * Sizes of what stands at the end of a network and says what the next observation is.
 *
 * <p>Pixels are said group by group: the logits of a group are a linear map of the features, plus one of hidden numbers that add up what
 * is known of the groups before it. That is NADE (Larochelle and Murray, "The neural autoregressive distribution estimator", 2011) with
 * groups in place of single pixels, and conditioned on the features: the likelihood is exact, and costs two matrices whatever the groups.
 *
 * @param senses sizes of an observation
 * @param config how it is said
 * @param in numbers of the features
 */
public record HeadShape(Senses senses, HeadConfig config, int in) implements Serializable {
    /** Logits of the pixels from the features, group by group. */
    public static final String FRAME = "head.frame";
    /** Logits of the pixels where nothing is known, group by group. */
    public static final String BIAS = "head.bias";
    /** Hidden numbers from the features. */
    public static final String CONTEXT = "head.context";
    /** Of a group: hidden numbers where nothing is known. */
    public static final String START = "start";
    /** Of a group: hidden numbers from its pixels. */
    public static final String SEEN = "seen";
    /** Of a group: its logits from hidden numbers. */
    public static final String SAID = "said";
    /** How much proprio changes, from the features. */
    public static final String PROPRIO = "head.proprio";
    /** How much proprio changes where nothing is known. */
    public static final String PROPRIO_BIAS = "head.proprio.bias";
    /** ln of proprio's standard deviations, less the least one; of motion divided by {@link #haste}. */
    public static final String PROPRIO_DEVIATION = "head.proprio.deviation";
    /** Standard deviation that proprio has at least, in its own numbers: what is sure stays finite. */
    public static final float LEAST_DEVIATION = 0.003f;

    private static final int MOTION_HASTE = 8;

    public HeadShape {
        int s = config.grid();
        if (s > 1 && senses.pixels() > 1 && (senses.height() % s != 0 || senses.width() % s != 0)) {
            throw new IllegalArgumentException("Invalid model.head.grid=%d: must divide frames of %d x %d"
                    .formatted(s, senses.height(), senses.width()));
        }
    }

    /** Whether of proprio is said how it changes, beside which it is told how it is. */
    public boolean isMotion() {
        return senses.said() < senses.proprio();
    }

    /**
     * What ln of a deviation is divided by where it is learnt. Adam moves a number by its rate in a step: how well motion can be foreseen lies
     * between a whole change and a hundredth of one, and would take thousands of steps.
     */
    public int haste() {
        return isMotion() ? MOTION_HASTE : 1;
    }

    /** s; of a frame of one pixel, which cannot be cut, 1. */
    private int grid() {
        return senses.pixels() == 1 ? 1 : config.grid();
    }

    /** G = grid². */
    public int groups() {
        return grid() * grid();
    }

    /** Pixels of a group: F / G. */
    public int groupPixels() {
        return senses.pixels() / groups();
    }

    /** What the names of a group's variables begin with. */
    public static String group(int g) {
        return "head.group%02d.".formatted(g);
    }

    /** Number of the pixel, row-major in the frame, that stands at each place when groups follow each other; {@code [F]}. */
    public int[] order() {
        int s = grid();
        int across = senses.width() / s;
        int[] order = new int[senses.pixels()];
        for (int at = 0; at < order.length; at++) {
            int group = at / groupPixels();
            int within = at % groupPixels();
            int y = within / across * s + group / s;
            int x = within % across * s + group % s;
            order[at] = y * senses.width() + x;
        }
        return order;
    }

    /** Adds the shape of each variable by its name. */
    public void addTo(SortedMap<String, int[]> variables) {
        variables.put(FRAME, new int[] {in, senses.pixels()});
        variables.put(BIAS, new int[] {senses.pixels()});
        if (groups() > 1) {
            variables.put(CONTEXT, new int[] {in, config.hidden()});
            for (int g = 0; g < groups(); g++) {
                addGroup(g, variables);
            }
        }
        if (senses.said() > 0) {
            variables.put(PROPRIO, new int[] {in, senses.said()});
            variables.put(PROPRIO_BIAS, new int[] {senses.said()});
            variables.put(PROPRIO_DEVIATION, new int[] {senses.said()});
        }
    }

    private void addGroup(int g, SortedMap<String, int[]> variables) {
        variables.put(group(g) + START, new int[] {config.hidden()});
        variables.put(group(g) + SAID, new int[] {config.hidden(), groupPixels()});
        if (g < groups() - 1) {
            variables.put(group(g) + SEEN, new int[] {groupPixels(), config.hidden()});
        }
    }

    /** Numbers in all variables; in floating point, where nothing overflows whatever a file claims. */
    double count() {
        double count = (in + 1.0) * senses.pixels() + (in + 2.0) * senses.said();
        if (groups() > 1) {
            double hidden = config.hidden();
            count += hidden * (in + groups() + 2.0 * senses.pixels() - groupPixels());
        }
        return count;
    }
}
