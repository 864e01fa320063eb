package io.cradle.jobs;

import io.cradle.jobs.Jobs.CompareArguments;
import io.cradle.jobs.Jobs.ExportArguments;
import io.cradle.jobs.mlflow.MlflowExport;
import io.cradle.jobs.report.ComparePage;
import io.cradle.jobs.report.CompareText;
import io.cradle.jobs.report.TrainingRun;
import java.nio.file.Path;
import java.util.List;

/** Looks at trainings, finished or not. In: logs of rounds. Out: a page, or what an MLflow server keeps; lines that say so. No Spark. */
final class WatchJob {
    private WatchJob() {}

    static List<String> compare(CompareArguments arguments) {
        List<TrainingRun> runs = Runs.at(arguments.runs()).read();
        Path page = Path.of(arguments.out());
        Output.write(page, ComparePage.render(runs));
        return List.of(CompareText.of(runs), "Page: " + page.toAbsolutePath().normalize());
    }

    static List<String> export(ExportArguments arguments) {
        return MlflowExport.send(
                arguments.server(),
                arguments.experiment(),
                Runs.at(arguments.runs()).logged());
    }
}
