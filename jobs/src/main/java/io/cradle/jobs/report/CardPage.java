package io.cradle.jobs.report;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Scaling;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The card of a data set: what somebody needs to know who did not make it. The same facts as a self-contained HTML file and
 * as Markdown with the front matter that model hubs read.
 */
public final class CardPage {
    private static final int MOST_CHANNELS_IN_MARKDOWN = 24;

    private CardPage() {}

    /** The page, HTML, UTF-8. */
    public static String html(CardInput input) {
        List<ChartView> charts = charts(input);
        Assets page = Assets.of(charts.stream().map(ChartView::chart).toList());
        return Assets.fill("card", view(input, page, charts, StatisticsView.of(input.statistics())));
    }

    /** The text, Markdown, UTF-8; pictures lie beside it, {@link CardInput#MOVING} and {@link CardInput#STILL}. */
    public static String markdown(CardInput input) {
        List<StatisticsView> channels = StatisticsView.of(input.statistics());
        List<StatisticsView> shown =
                channels.stream().limit(MOST_CHANNELS_IN_MARKDOWN).toList();
        return Assets.fill("readme", view(input, Assets.of(List.of()), List.of(), shown), Markdown::escape);
    }

    private static View view(CardInput input, Assets page, List<ChartView> charts, List<StatisticsView> statistics) {
        DatasetFacts dataset = input.dataset();
        Optional<Sheet> sheet = input.sheet();
        Optional<CardCuration> curation = input.curation();
        int more = StatisticsView.of(input.statistics()).size() - statistics.size();
        return new View(
                page,
                "%s: dataset card".formatted(input.name()),
                new String(JsonStringEncoder.getInstance().quoteAsString(input.name())),
                Size.of(dataset.episodes()),
                input.name(),
                "%s episodes, %s steps of %s"
                        .formatted(
                                Numbers.count(dataset.episodes()),
                                Numbers.count(dataset.steps()),
                                ShowPage.worlds(dataset.worlds())),
                ShowPage.figures(dataset, input.layout()),
                sheet.isPresent(),
                input.samples().size(),
                sheet.map(each -> Picture.uri("image/gif", each.gif())).orElse(""),
                sheet.map(each -> Picture.uri("image/png", each.png())).orElse(""),
                !charts.isEmpty(),
                input.layout().tensors().stream().anyMatch(spec -> spec.scaling() == Scaling.SIGNED_UNIT),
                charts,
                TensorView.of(input.layout(), input.tensorBytesPerStep()),
                Bar.shares(dataset.splits()),
                Fact.of(dataset),
                input.statistics().episodes() > 0,
                Numbers.count(input.statistics().episodes()),
                Numbers.decimal(100 * input.statistics().rankError(), 2),
                statistics,
                more > 0,
                more,
                curation.isPresent(),
                curation.map(CardCuration::selection).orElse(""),
                Bar.of(curation.map(CardCuration::verdicts).orElse(Map.of())),
                curation.stream()
                        .flatMap(each -> each.strata().stream())
                        .map(StratumView::of)
                        .toList(),
                Numbers.decimal(curation.map(CardCuration::effectiveEpisodes).orElse(0.0)),
                !input.lineage().isEmpty(),
                LineageView.of(input.lineage()),
                Markdown.shell(dataset.table()),
                Limits.of(input).stream().map(Item::new).toList());
    }

    /** Where nothing can be drawn, the channels of the first sample. */
    private static List<ChartView> charts(CardInput input) {
        Optional<Episode> first = input.sheet().isPresent()
                ? Optional.empty()
                : input.samples().stream().findFirst();
        return first.map(ChartView::of).orElse(List.of());
    }

    /** How many episodes there are, in the words of model hubs. */
    private record Size(long from, String name) {
        private static final List<Size> ALL = List.of(
                new Size(1_000_000_000, "n>1B"),
                new Size(100_000_000, "100M<n<1B"),
                new Size(10_000_000, "10M<n<100M"),
                new Size(1_000_000, "1M<n<10M"),
                new Size(100_000, "100K<n<1M"),
                new Size(10_000, "10K<n<100K"),
                new Size(1_000, "1K<n<10K"),
                new Size(0, "n<1K"));

        static String of(long episodes) {
            return ALL.stream()
                    .filter(size -> episodes >= size.from)
                    .findFirst()
                    .orElseThrow()
                    .name;
        }
    }

    /** A part of a balanced whole, as it is shown. */
    private record StratumView(String name, String episodes, String kept, String weight) {
        static StratumView of(CardCuration.Stratum stratum) {
            return new StratumView(
                    stratum.name().isEmpty() ? "(all)" : stratum.name(),
                    Numbers.count(stratum.episodes()),
                    Numbers.count(stratum.kept()),
                    Numbers.decimal(stratum.weight()));
        }
    }

    /** A sentence. */
    private record Item(String text) {}

    /** What {@code card.mustache} and {@code readme.mustache} read. */
    private record View(
            Assets page,
            String title,
            String quotedName,
            String size,
            String name,
            String heading,
            List<Figure> figures,
            boolean hasSheet,
            int samples,
            String sheet,
            String still,
            boolean hasCharts,
            boolean scaled,
            List<ChartView> channelCharts,
            List<TensorView> tensors,
            List<Bar> splits,
            List<Fact> facts,
            boolean hasStatistics,
            String trainEpisodes,
            String rankError,
            List<StatisticsView> statistics,
            boolean hasMore,
            int moreStatistics,
            boolean hasCuration,
            String selection,
            List<Bar> curation,
            List<StratumView> strata,
            String effective,
            boolean hasLineage,
            List<LineageView> lineage,
            String shellTable,
            List<Item> limits) {}
}
