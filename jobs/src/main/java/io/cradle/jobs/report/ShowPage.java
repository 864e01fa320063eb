package io.cradle.jobs.report;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a table of episodes holds, to look at: one self-contained HTML file. Works with and without frames. */
public final class ShowPage {
    private ShowPage() {}

    /** The page, HTML, UTF-8. */
    public static String render(ShowInput input) {
        List<SampleView> reels = input.samples().stream()
                .limit(ShowInput.MOST_SAMPLES)
                .map(SampleView::of)
                .flatMap(Optional::stream)
                .toList();
        List<ChartView> charts = input.samples().stream()
                .limit(1)
                .flatMap(episode -> ChartView.of(episode).stream())
                .toList();
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
                figures(dataset, input.layout()),
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

    /** Names of the worlds, or how many there are. */
    static String worlds(Map<String, Long> worlds) {
        return worlds.size() > 3
                ? "%d worlds".formatted(worlds.size())
                : worlds.keySet().stream().collect(Collectors.joining(", "));
    }

    /** The figures of a table that come first. */
    static List<Figure> figures(DatasetFacts dataset, Layout layout) {
        return List.of(
                new Figure("Episodes", Numbers.count(dataset.episodes()), splits(dataset.splits())),
                new Figure("Steps", Numbers.count(dataset.steps()), duration(dataset, layout)),
                new Figure(
                        "On disk, per step",
                        Numbers.bytes(dataset.bytesPerStep()),
                        "%s before compression".formatted(Numbers.bytes(layout.bytes()))));
    }

    private static String splits(Map<String, Long> splits) {
        return splits.entrySet().stream()
                .map(split -> Numbers.together("%s %s".formatted(split.getKey(), Numbers.count(split.getValue()))))
                .collect(Collectors.joining(" \u00b7 "));
    }

    private static String duration(DatasetFacts dataset, Layout layout) {
        double rate =
                layout.tensors().stream().mapToDouble(TensorSpec::rate).max().orElse(0);
        return rate > 0
                ? "%s s at %s Hz".formatted(Numbers.decimal(dataset.steps() / rate), Numbers.plain(rate))
                : "at uneven times";
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
