package io.cradle.jobs.report;

import io.cradle.dataset.score.Score;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What curation did to a table, to look at: one self-contained HTML file. */
public final class CurationPage {
    private CurationPage() {}

    /** The page, HTML, UTF-8. */
    public static String render(CurationInput input) {
        List<ReasonView> reasons = ReasonView.of(input.examples());
        List<HistogramView> histograms = input.histograms().entrySet().stream()
                .map(entry -> HistogramView.of(entry.getKey(), entry.getValue()))
                .toList();
        long all = input.verdicts().values().stream().mapToLong(Long::longValue).sum();
        String heading = "%s of %s episodes stay".formatted(Numbers.count(kept(input)), Numbers.count(all));
        return Assets.fill(
                "curation",
                new View(
                        Assets.of(List.of()),
                        heading,
                        input.table(),
                        input.selection(),
                        heading,
                        figures(input, all),
                        Bar.of(input.verdicts()),
                        !reasons.isEmpty(),
                        reasons,
                        !histograms.isEmpty(),
                        histograms,
                        constants(input.constants()),
                        !input.strata().isEmpty(),
                        StratumView.of(input.strata()),
                        StratumView.more(input.strata()),
                        !input.lineage().isEmpty(),
                        LineageView.of(input.lineage())));
    }

    private static long kept(CurationInput input) {
        return input.verdicts().getOrDefault(ReportInput.KEPT, 0L);
    }

    private static List<Figure> figures(CurationInput input, long all) {
        long left = all - kept(input);
        return List.of(
                new Figure("Episodes that stay", Numbers.share((double) kept(input) / Math.max(1, all)), counts(input)),
                new Figure(
                        "Left out",
                        Numbers.count(left),
                        left == 0
                                ? "nothing was found wrong"
                                : "for %s".formatted(plural(input.verdicts().size() - 1, "reason"))),
                new Figure(
                        "Effective sample size of TRAIN",
                        Numbers.count(Math.round(input.effective())),
                        "of %s by their weights".formatted(plural(input.trained(), "episode"))));
    }

    private static String counts(CurationInput input) {
        return plural(kept(input), "episode") + " for TRAIN, VAL and TEST";
    }

    private static String plural(long count, String noun) {
        return "%s %s%s".formatted(Numbers.count(count), noun, count == 1 ? "" : "s");
    }

    /** Null, which a template passes over, where every score differs. */
    private static String constants(Map<Score, Double> constants) {
        return constants.isEmpty()
                ? null
                : constants.entrySet().stream()
                        .map(entry -> Numbers.together(entry.getKey() + " " + Numbers.plain(entry.getValue())))
                        .collect(Collectors.joining(" \u00b7 "));
    }

    /** What {@code curation.mustache} reads. */
    private record View(
            Assets page,
            String title,
            String table,
            String selection,
            String heading,
            List<Figure> figures,
            List<Bar> verdicts,
            boolean hasReasons,
            List<ReasonView> reasons,
            boolean hasHistograms,
            List<HistogramView> histograms,
            String constants,
            boolean hasStrata,
            List<StratumView> strata,
            String moreStrata,
            boolean hasLineage,
            List<LineageView> lineage) {}
}
