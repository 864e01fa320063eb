package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.statistics.StatisticsReport;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionFacts;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableFacts;
import io.cradle.jobs.report.CardCuration;
import io.cradle.jobs.report.CardInput;
import io.cradle.jobs.report.CardPage;
import io.cradle.jobs.report.LineageStep;
import io.cradle.jobs.report.ReportInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes a table to those who did not make it. In: a version of a table, perhaps a selection of it. Out: a card. */
final class CardJob {
    private static final String ALL = "all";

    private final Session session;
    private final EpisodeTable table;
    private final Optional<SelectionTable> selection;

    CardJob(Session session, EpisodeTable table, Optional<SelectionTable> selection) {
        this.session = session;
        this.table = table;
        this.selection = selection;
    }

    /**
     * What the TRAIN episodes are like.
     *
     * @throws IllegalArgumentException if there is none
     */
    StatisticsFacts statistics() {
        StatisticsReport report = report();
        String applied = selection.map(SelectionTable::reference).orElse(ALL);
        if (report.episodes() == 0) {
            throw new IllegalArgumentException(
                    "Cannot take statistics of table '%s': they are of TRAIN alone, and no episode of TRAIN is there (selection: %s); give a table or a selection that has some"
                            .formatted(table.reference(), applied));
        }
        return new StatisticsFacts(table.reference(), applied, Split.TRAIN, report);
    }

    private StatisticsReport report() {
        return session.stage("Statistics", () -> table.statistics(selection));
    }

    /** Writes the card's files; returns lines that say where they are. */
    List<String> write(Path out) {
        CardInput input = input();
        input.sheet().ifPresent(sheet -> {
            Output.write(out.resolve(CardInput.MOVING), sheet.gif());
            Output.write(out.resolve(CardInput.STILL), sheet.png());
        });
        Output.write(out.resolve("README.md"), CardPage.markdown(input));
        Path page = out.resolve("index.html");
        Output.write(page, CardPage.html(input));
        return List.of("Card: " + page.toAbsolutePath().normalize());
    }

    private CardInput input() {
        TableFacts facts = session.stage("Describe", table::describe);
        return new CardInput(
                Path.of(table.path()).getFileName().toString(),
                Report.facts(facts),
                facts.sources(),
                facts.duplicates(),
                facts.layout(),
                facts.tensorBytesPerStep(),
                session.stage("Sample", this::samples),
                report(),
                selection.map(SelectionTable::describe).map(CardJob::curation),
                lineage(facts));
    }

    private List<Episode> samples() {
        List<String> ids = selection
                .map(chosen -> chosen.firstKept(CardInput.MOST_SAMPLES))
                .orElseGet(() -> table.ids().takeOrdered(CardInput.MOST_SAMPLES, Comparator.naturalOrder()));
        return table.episodes(ids).collect();
    }

    private static CardCuration curation(SelectionFacts facts) {
        Map<String, Long> verdicts = new LinkedHashMap<>();
        verdicts.put(ReportInput.KEPT, facts.kept());
        verdicts.putAll(facts.reasons());
        List<CardCuration.Stratum> strata = new ArrayList<>();
        facts.strata()
                .forEach((name, part) ->
                        strata.add(new CardCuration.Stratum(name, part.episodes(), part.kept(), part.weight())));
        return new CardCuration(
                "%s@%d".formatted(facts.path(), facts.version()),
                verdicts,
                strata,
                facts.trainWeights().effectiveEpisodes());
    }

    private List<LineageStep> lineage(TableFacts facts) {
        List<LineageStep> steps = new ArrayList<>(Report.lineage(facts));
        selection.map(SelectionTable::lineage).map(Report::step).ifPresent(steps::add);
        return steps;
    }
}
