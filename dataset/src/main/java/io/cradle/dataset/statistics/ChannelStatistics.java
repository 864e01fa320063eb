package io.cradle.dataset.statistics;

import io.cradle.dataset.spec.Channel;
import java.io.Serializable;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is remembered of one channel. A monoid, added to in place. */
final class ChannelStatistics implements Serializable {
    private static final int[] PERCENT = {1, 5, 25, 50, 75, 95, 99};

    private final Moments moments = new Moments();
    private final RankSketch ranks = new RankSketch();
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private long nonFinite;
    private long missing;

    /** Takes one more number in, finite or not. */
    void add(double value) {
        if (!Double.isFinite(value)) {
            nonFinite++;
            return;
        }
        moments.add(value);
        ranks.add(value);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
    }

    /** Takes in that nothing was measured at a step. */
    void miss() {
        missing++;
    }

    /** Takes all that another one remembers in. */
    void add(ChannelStatistics that) {
        moments.add(that.moments);
        ranks.add(that.ranks);
        least = Math.min(least, that.least);
        greatest = Math.max(greatest, that.greatest);
        nonFinite += that.nonFinite;
        missing += that.missing;
    }

    ChannelSummary summary(Channel channel) {
        return new ChannelSummary(
                channel.name(),
                channel.unit(),
                moments.count(),
                nonFinite,
                missing,
                moments.count() == 0 ? null : new Figures(moments.mean(), moments.std(), least, greatest, quantiles()));
    }

    private SortedMap<String, Double> quantiles() {
        SortedMap<String, Double> quantiles = new TreeMap<>();
        for (int percent : PERCENT) {
            quantiles.put(String.format(Locale.ROOT, "q%02d", percent), ranks.at(percent / 100.0));
        }
        return quantiles;
    }
}
