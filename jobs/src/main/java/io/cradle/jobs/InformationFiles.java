package io.cradle.jobs;

import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.jobs.Jobs.Form;
import io.cradle.jobs.Jobs.InformationArguments;
import io.cradle.jobs.configuration.CradleConfig;
import io.cradle.jobs.report.InformationInput;
import io.cradle.jobs.report.InformationPage;
import io.cradle.jobs.report.InformationText;
import io.cradle.jobs.report.Trial;
import io.cradle.training.model.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The information report of a table: measured, written, and said. */
final class InformationFiles {
    private final Session session;
    private final EpisodeTable table;
    private final Optional<SelectionTable> selection;
    private final Optional<Set<String>> kept;
    private final CradleConfig config;

    InformationFiles(Session session, EpisodeTable table, Optional<SelectionTable> selection, CradleConfig config) {
        this.session = session;
        this.table = table;
        this.selection = selection;
        this.kept = selection.map(SelectionTable::kept);
        this.config = config;
    }

    /** Measures, writes the page if there is to be one, and gives what is to be said. */
    List<String> measure(InformationArguments arguments) {
        List<Trial> trials = arguments.model().map(this::trial).stream().toList();
        InformationInput input = new InformationInput(
                table.reference(),
                selection.map(SelectionTable::reference).orElse("all"),
                table.worlds(),
                InformationJob.run(session, table, kept, config.information()),
                trials);
        arguments.out().ifPresent(page -> Output.write(Path.of(page), InformationPage.render(input)));
        return said(input, arguments);
    }

    /** The refusals of a wrong model come before the long work. */
    private Trial trial(String path) {
        Checkpoint checkpoint = Checkpoint.load(Path.of(path));
        Compatibility.require(checkpoint, path, table.reference(), table.layout(), table.worlds());
        return new TrialJob(session, table, kept, config).run(checkpoint);
    }

    private static List<String> said(InformationInput input, InformationArguments arguments) {
        if (arguments.form() == Form.JSON) {
            return List.of(Output.json(input));
        }
        return Stream.concat(
                        Stream.of(InformationText.of(input)),
                        arguments.out().stream()
                                .map(page -> "Page: "
                                        + Path.of(page).toAbsolutePath().normalize()))
                .toList();
    }
}
