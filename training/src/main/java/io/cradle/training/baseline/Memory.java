package io.cradle.training.baseline;

import io.cradle.training.model.Observation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Moments of TRAIN: two frames and an action each, packed, and what came next. */
final class Memory implements Serializable {
    private final List<long[]> pasts = new ArrayList<>();
    private final List<Integer> episodes = new ArrayList<>();
    private final List<float[]> actions = new ArrayList<>();
    private final List<Observation> nexts = new ArrayList<>();
    private final List<Observation> lasts = new ArrayList<>();

    /** How many moments there are. */
    int size() {
        return pasts.size();
    }

    void add(int episode, Observation before, Observation last, float[] action, Observation next) {
        pasts.add(packed(before.frame(), last.frame()));
        episodes.add(episode);
        actions.add(action);
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
        double[] distances = new double[found.length];
        int filled = 0;
        for (int i = 0; i < size(); i++) {
            if (episodes.get(i) == without) {
                continue;
            }
            double distance = distance(past, pasts.get(i)) + weight * squared(action, actions.get(i));
            if (filled < found.length || distance < distances[filled - 1]) {
                int at = filled < found.length ? filled++ : filled - 1;
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

    private static int distance(long[] left, long[] right) {
        int distance = 0;
        for (int i = 0; i < left.length; i++) {
            distance += Long.bitCount(left[i] ^ right[i]);
        }
        return distance;
    }

    private static double squared(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        }
        return sum;
    }
}
