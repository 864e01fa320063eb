package io.cradle.jobs.report;

import io.cradle.dataset.episode.Episode;
import java.util.List;
import java.util.Locale;

/** A chart of channels and what stands above it. */
record ChartView(String id, String name, String note, Chart chart) {
    private static final int MOST = 12;

    /** The named channels of an episode over time. */
    static List<ChartView> of(Episode episode) {
        Channels channels = new Channels(episode);
        String steps = channels.every() == 1 ? "" : ", 1 step in %d".formatted(channels.every());
        return channels.charts().stream()
                .limit(MOST)
                .map(named -> of(named, "Episode %s%s".formatted(episode.id(), steps)))
                .toList();
    }

    private static ChartView of(Channels.Named named, String note) {
        String unit = named.unit().equals("1") ? "dimensionless" : named.unit();
        return new ChartView(
                named.chart().id(),
                "%s, %s".formatted(named.name().toLowerCase(Locale.ROOT), unit),
                note,
                named.chart());
    }
}
