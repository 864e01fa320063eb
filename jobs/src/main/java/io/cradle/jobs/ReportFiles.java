package io.cradle.jobs;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableFacts;
import io.cradle.jobs.report.GifPicture;
import io.cradle.jobs.report.Headlines;
import io.cradle.jobs.report.Reel;
import io.cradle.jobs.report.ReportInput;
import io.cradle.jobs.report.ReportPage;
import io.cradle.jobs.report.Round;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Subject;
import io.cradle.training.model.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The three files of an evaluation: evaluation.json, prediction.gif, and report.html, which comes last.
 *
 * @param facts of the table
 * @param selection that was applied
 * @param checkpoint that was measured
 * @param rounds of its training, as far as they are known
 * @param lineage of the evaluation
 */
record ReportFiles(
        TableFacts facts,
        Optional<SelectionTable> selection,
        Checkpoint checkpoint,
        List<Round> rounds,
        Lineage lineage) {
    /** Writes all three; returns what a user wants to hear: the headline figures, and where the page is. */
    List<String> write(Path out, EvaluateJob.Measured measured, EvaluationConfig config) {
        EvaluationReport evaluation = EvaluationReport.of(measured.scores(), config, subject(config.split()));
        Output.write(out.resolve("evaluation.json"), Output.json(evaluation));
        picture(out.resolve("prediction.gif"), measured.reels());
        Path page = out.resolve("report.html");
        Output.write(page, ReportPage.render(input(evaluation, measured.reels())));
        List<String> lines = new ArrayList<>();
        lines.add(Headlines.verdict(evaluation));
        Headlines.of(evaluation).forEach(figure -> lines.add(figure.line()));
        lines.add("Report: " + page.toAbsolutePath().normalize());
        return lines;
    }

    private Subject subject(Split split) {
        return new Subject(
                facts.path(),
                facts.version(),
                facts.contentHash(),
                selection.map(SelectionTable::reference).orElse("all"),
                split,
                checkpoint.digest());
    }

    private ReportInput input(EvaluationReport evaluation, List<Reel> reels) {
        return new ReportInput(
                Report.worlds(facts),
                evaluation,
                rounds,
                reels,
                Report.facts(facts),
                Report.verdicts(selection),
                Report.lineage(facts, selection, checkpoint, lineage));
    }

    private static void picture(Path file, List<Reel> reels) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!reels.isEmpty()) {
                GifPicture.of(reels.stream().map(Reel::film).toList()).save(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write '%s': %s".formatted(file, failed), failed);
        }
    }
}
