package io.cradle.jobs;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableFacts;
import io.cradle.jobs.report.ExplorePage;
import io.cradle.jobs.report.GifPicture;
import io.cradle.jobs.report.Headlines;
import io.cradle.jobs.report.ModelCard;
import io.cradle.jobs.report.Reel;
import io.cradle.jobs.report.ReportInput;
import io.cradle.jobs.report.ReportPage;
import io.cradle.training.baseline.Fitted;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Film;
import io.cradle.training.evaluation.Scores;
import io.cradle.training.evaluation.Subject;
import io.cradle.training.spark.RoundLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of an evaluation: evaluation.json, prediction.gif, explore.html, a card of each checkpoint, and report.html, which comes last.
 *
 * @param facts of the table
 * @param selection that was applied
 * @param judged checkpoints that were measured
 * @param arbiter SHA-256 of the arbiter that was asked
 * @param rounds of the first one's training, as far as they are known
 * @param lineage of the evaluation
 */
record ReportFiles(
        TableFacts facts,
        Optional<SelectionTable> selection,
        List<Judged> judged,
        Optional<String> arbiter,
        List<RoundLog> rounds,
        Lineage lineage) {
    static final String PAGE = "report.html";

    /** Writes them all; returns what a user wants to hear: the headline figures. */
    List<String> write(Path out, EvaluateJob.Measured measured, EvaluationConfig config) {
        EvaluationReport evaluation = EvaluationReport.of(
                        measured.scores(), config, subject(config.split(), measured.baselines()), arbiter)
                .with(measured.oracle(), measured.panels(), measured.paces());
        Output.write(out.resolve("evaluation.json"), EvaluationText.of(evaluation));
        picture(
                out.resolve("prediction.gif"),
                measured.reels().stream().map(Reel::film).toList());
        if (!measured.scrubs().isEmpty()) {
            String explore =
                    ExplorePage.render(Report.worlds(facts), judged.get(0).name(), measured.scrubs());
            Output.write(out.resolve("explore.html"), explore);
        }
        cards(out, evaluation, measured.scores());
        Output.write(out.resolve(PAGE), ReportPage.render(input(evaluation, measured.reels())));
        List<String> lines = new ArrayList<>();
        lines.add(Headlines.verdict(evaluation));
        Headlines.of(evaluation).forEach(figure -> lines.add(figure.line()));
        return lines;
    }

    /** One of each checkpoint: card.md of the first, card-2.md of the second. */
    private void cards(Path out, EvaluationReport evaluation, Scores scores) {
        for (int i = 0; i < judged.size(); i++) {
            Judged each = judged.get(i);
            EvaluationReport report = i == 0 ? evaluation : evaluation.judging(each.name(), scores);
            Output.write(
                    out.resolve(i == 0 ? "card.md" : "card-%d.md".formatted(i + 1)),
                    ModelCard.measured(each.name(), each.checkpoint(), report));
        }
    }

    private Subject subject(Split split, List<Fitted> baselines) {
        Map<String, String> models = new LinkedHashMap<>();
        judged.forEach(each -> models.put(each.name(), each.checkpoint().digest()));
        baselines.forEach(each -> models.put(each.model().name(), each.note()));
        return new Subject(
                facts.path(),
                facts.version(),
                facts.contentHash(),
                selection.map(SelectionTable::reference).orElse("all"),
                split,
                judged.get(0).checkpoint().digest(),
                models);
    }

    private ReportInput input(EvaluationReport evaluation, List<Reel> reels) {
        return new ReportInput(
                Report.worlds(facts),
                evaluation,
                rounds,
                reels,
                Report.facts(facts),
                Report.verdicts(selection),
                Report.lineage(facts, selection, judged.get(0).checkpoint(), lineage));
    }

    /** Draws films; nothing where there are none. */
    static void picture(Path file, List<Film> films) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!films.isEmpty()) {
                GifPicture.of(films).save(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "Cannot write '%s': %s; choose a place that can be written".formatted(file, failed), failed);
        }
    }
}
