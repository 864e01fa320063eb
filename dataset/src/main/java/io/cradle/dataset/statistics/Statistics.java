package io.cradle.dataset.statistics;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import java.io.Serializable;
import java.util.List;

/**
 * Statistics of episodes of one layout, channel by channel. A monoid, added to in place: counts, extremes, means and
 * deviations are the same to the last bit however the episodes are cut and merged, quantiles within the stated error.
 */
public final class Statistics implements Serializable {
    private final List<TensorStatistics> tensors;
    private long episodes;
    private long steps;

    /** Of no episode. */
    public Statistics(Layout layout) {
        tensors = layout.tensors().stream().map(TensorStatistics::new).toList();
    }

    /** Takes one more episode in, which must be of the layout. */
    public Statistics add(Episode episode) {
        tensors.forEach(tensor -> tensor.add(episode));
        episodes++;
        steps += episode.steps();
        return this;
    }

    /** Takes all episodes of another one, of the same layout, in. */
    public Statistics add(Statistics that) {
        for (int i = 0; i < tensors.size(); i++) {
            tensors.get(i).add(that.tensors.get(i));
        }
        episodes += that.episodes;
        steps += that.steps;
        return this;
    }

    /** What is known so far. */
    public StatisticsReport report() {
        return new StatisticsReport(
                episodes,
                steps,
                RankSketch.ERROR,
                tensors.stream().map(TensorStatistics::summary).toList());
    }
}
