package io.cradle.jobs.report;

import io.cradle.dataset.statistics.ChannelSummary;
import io.cradle.dataset.statistics.Figures;
import io.cradle.dataset.statistics.StatisticsReport;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A row of the table of statistics: one channel. */
record StatisticsView(
        String tensor,
        String channel,
        String unit,
        String mean,
        String std,
        String min,
        String low,
        String median,
        String high,
        String max,
        String missing) {
    private static final String NONE = "\u2013";

    static List<StatisticsView> of(StatisticsReport report) {
        return report.tensors().stream()
                .flatMap(tensor -> tensor.channels().stream().map(channel -> of(tensor.tensor(), channel)))
                .toList();
    }

    private static StatisticsView of(String tensor, ChannelSummary channel) {
        Optional<Figures> known = channel.figures();
        return new StatisticsView(
                tensor,
                channel.name(),
                channel.unit().equals("1") ? "" : channel.unit(),
                number(known, Figures::mean),
                number(known, Figures::std),
                number(known, Figures::min),
                number(known, figures -> figures.quantiles().get("q05")),
                number(known, figures -> figures.quantiles().get(Figures.MEDIAN)),
                number(known, figures -> figures.quantiles().get("q95")),
                number(known, Figures::max),
                Numbers.share(share(channel)));
    }

    private static String number(Optional<Figures> known, ToDoubleFunction<Figures> figure) {
        return known.map(figures -> Numbers.digits(figure.applyAsDouble(figures), 4))
                .orElse(NONE);
    }

    private static double share(ChannelSummary channel) {
        long lacking = channel.missing() + channel.nonFinite();
        return lacking == 0 ? 0 : (double) lacking / (channel.count() + lacking);
    }
}
