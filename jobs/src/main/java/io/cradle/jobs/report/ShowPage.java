package io.cradle.jobs.report;

import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a table of episodes holds, to look at: one self-contained HTML file. Works with and without frames. */
public final class ShowPage {
    private static final int MOST_CHARTS = 12;

    private ShowPage() {}

    /** The page, HTML, UTF-8. */
    public static String render(ShowInput input) {
        List<SampleView> reels = input.samples().stream()
                .limit(ShowInput.MOST_SAMPLES)
                .map(SampleView::of)
                .flatMap(Optional::stream)
                .toList();
        List<ChartView> charts = charts(input);
        Assets page = Assets.of(charts.stream().map(ChartView::chart).toList());
        return Assets.fill("show", view(input, page, reels, charts));
    }

    private static View view(ShowInput input, Assets page, List<SampleView> reels, List<ChartView> charts) {
        DatasetFacts dataset = input.dataset();
        String heading = "%s episodes of %s".formatted(Numbers.count(dataset.episodes()), worlds(dataset.worlds()));
        return new View(
                page,
                heading,
                dataset.table(),
                Long.toString(dataset.version()),
                heading,
                figures(input),
                !reels.isEmpty(),
                reels,
                !charts.isEmpty(),
                input.layout().tensors().stream().anyMatch(spec -> spec.scaling() == Scaling.SIGNED_UNIT),
                charts,
                TensorView.of(input.layout()),
                Fact.of(dataset),
                !input.lineage().isEmpty(),
                LineageView.of(input.lineage()));
    }

    private static String worlds(Map<String, Long> worlds) {
        return worlds.size() > 3
                ? "%d worlds".formatted(worlds.size())
                : worlds.keySet().stream().collect(Collectors.joining(", "));
    }

    private static List<Figure> figures(ShowInput input) {
        DatasetFacts dataset = input.dataset();
        return List.of(
                new Figure("Episodes", Numbers.count(dataset.episodes()), splits(dataset.splits())),
                new Figure("Steps", Numbers.count(dataset.steps()), duration(input)),
                new Figure(
                        "On disk, per step",
                        Numbers.bytes(dataset.bytesPerStep()),
                        "%s before compression"
                                .formatted(Numbers.bytes(input.layout().bytes()))));
    }

    private static String splits(Map<String, Long> splits) {
        return splits.entrySet().stream()
                .map(split -> Numbers.together("%s %s".formatted(split.getKey(), Numbers.count(split.getValue()))))
                .collect(Collectors.joining(" \u00b7 "));
    }

    private static String duration(ShowInput input) {
        double rate = input.layout().tensors().stream()
                .mapToDouble(TensorSpec::rate)
                .max()
                .orElse(0);
        return rate > 0
                ? "%s s at %s Hz".formatted(Numbers.decimal(input.dataset().steps() / rate), Numbers.plain(rate))
                : "at uneven times";
    }

    private static List<ChartView> charts(ShowInput input) {
        List<ChartView> charts = new ArrayList<>();
        for (var episode : input.samples().stream().limit(1).toList()) {
            Channels channels = new Channels(episode);
            List<Channels.Named> all = channels.charts();
            String steps = channels.every() == 1 ? "" : ", 1 step in %d".formatted(channels.every());
            IntStream.range(0, Math.min(MOST_CHARTS, all.size()))
                    .mapToObj(i -> ChartView.of(all.get(i), "Episode %s%s".formatted(episode.id(), steps)))
                    .forEach(charts::add);
        }
        return charts;
    }

    /** A chart and what stands above it. */
    private record ChartView(String id, String name, String note, Chart chart) {
        static ChartView of(Channels.Named named, String note) {
            String unit = named.unit().equals("1") ? "dimensionless" : named.unit();
            return new ChartView(
                    named.chart().id(),
                    "%s, %s".formatted(named.name().toLowerCase(Locale.ROOT), unit),
                    note,
                    named.chart());
        }
    }

    /** What {@code show.mustache} reads. */
    private record View(
            Assets page,
            String title,
            String table,
            String version,
            String heading,
            List<Figure> figures,
            boolean hasReels,
            List<SampleView> reels,
            boolean hasCharts,
            boolean scaled,
            List<ChartView> channelCharts,
            List<TensorView> tensors,
            List<Fact> facts,
            boolean hasLineage,
            List<LineageView> lineage) {}
}
