package io.cradle.training.baseline;

import io.cradle.training.model.Observation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Moments of TRAIN: two frames and an action each, packed, and what came next. Looked through from end to end, so numbers lie side by side. */
final class Memory implements Serializable {
    private final List<Observation> nexts = new ArrayList<>();
    private final List<Observation> lasts = new ArrayList<>();
    private long[] pasts = {}; // [moment][words]
    private float[] actions = {}; // [moment][A]
    private int[] episodes = {};
    private int words;

    /** How many moments there are. */
    int size() {
        return nexts.size();
    }

    void add(int episode, Observation before, Observation last, float[] action, Observation next) {
        long[] past = packed(before.frame(), last.frame());
        int n = size();
        words = past.length;
        if (n == episodes.length) {
            int room = Math.max(64, 2 * n);
            episodes = Arrays.copyOf(episodes, room);
            pasts = Arrays.copyOf(pasts, room * words);
            actions = Arrays.copyOf(actions, room * action.length);
        }
        episodes[n] = episode;
        System.arraycopy(past, 0, pasts, n * words, words);
        System.arraycopy(action, 0, actions, n * action.length, action.length);
        lasts.add(last);
        nexts.add(next);
    }

    Observation last(int i) {
        return lasts.get(i);
    }

    Observation next(int i) {
        return nexts.get(i);
    }

    /**
     * The nearest ones, nearest first, ties by who came first: differing pixels of two frames, plus a weight times the squared
     * difference of the actions.
     *
     * @param without number of an episode that must not be looked into, −1 for none
     * @return as many as asked for, or as there are
     */
    int[] nearest(long[] past, float[] action, int count, double weight, int without) {
        int[] found = new int[count];
        double[] distances = new double[count];
        int filled = 0;
        for (int i = 0; i < size(); i++) {
            double worst = filled < count ? Double.POSITIVE_INFINITY : distances[filled - 1];
            int pixels = distance(past, i);
            if (episodes[i] == without || pixels >= worst) {
                continue;
            }
            double distance = pixels + weight * squared(action, i);
            if (distance < worst) {
                int at = filled < count ? filled++ : filled - 1;
                while (at > 0 && distances[at - 1] > distance) {
                    distances[at] = distances[at - 1];
                    found[at] = found[--at];
                }
                distances[at] = distance;
                found[at] = i;
            }
        }
        return Arrays.copyOf(found, filled);
    }

    static long[] packed(float[] before, float[] last) {
        long[] packed = new long[(before.length + last.length + Long.SIZE - 1) / Long.SIZE];
        pack(before, packed, 0);
        pack(last, packed, before.length);
        return packed;
    }

    private static void pack(float[] frame, long[] target, int from) {
        for (int pixel = 0; pixel < frame.length; pixel++) {
            if (frame[pixel] > 0.5f) {
                target[(from + pixel) / Long.SIZE] |= 1L << (from + pixel) % Long.SIZE;
            }
        }
    }

    private int distance(long[] past, int moment) {
        int distance = 0;
        for (int i = 0; i < words; i++) {
            distance += Long.bitCount(past[i] ^ pasts[moment * words + i]);
        }
        return distance;
    }

    private double squared(float[] action, int moment) {
        double sum = 0;
        for (int i = 0; i < action.length; i++) {
            double off = action[i] - actions[moment * action.length + i];
            sum += off * off;
        }
        return sum;
    }
}
