package io.cradle.jobs;

import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionFacts;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableFacts;
import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.CradleConfig;
import io.cradle.jobs.report.CurationPage;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import io.cradle.training.model.Arbiter;
import io.cradle.training.model.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The jobs on Spark: each finds its nouns, calls its arrow, and says where the result is. */
public final class SparkJobs implements Jobs {
    private final JobsFactory.Context context;
    private final CradleConfig config;
    private final Session session;

    /** Keeps the context; starts nothing. */
    public SparkJobs(JobsFactory.Context context) {
        this.context = context;
        this.config = context.configuration().values();
        this.session = new Session(config.spark(), context.progress());
    }

    @Override
    public void generate(GenerateArguments arguments) {
        RolloutConfig rollout = config.rollout();
        RolloutPlan plan = Worlds.plan(rollout, context.worlds(), config.dream());
        EpisodeTable table = table(arguments.out());
        GenerateJob job = new GenerateJob(session, plan, rollout, table, arguments.mode());
        Made made = job.run(lineage("generate", List.of()));
        say("Episodes by executor: %s".formatted(Output.line(made.byExecutor())));
        say("Clipped actions: %s".formatted(made.clippings()));
        saved(table);
        int there = Segments.episodes(table);
        if (arguments.mode() == WriteMode.RESUME && there > rollout.episodes()) {
            say("Nothing was missing: %d episodes were asked for, and %d are there"
                    .formatted(rollout.episodes(), there));
        }
    }

    @Override
    public void build(BuildArguments arguments) {
        Pipeline pipeline = Pipeline.of(config, context.worlds());
        new BuildJob(session, context.configuration(), pipeline, this::say)
                .run(Path.of(arguments.out()), arguments.acceptance());
    }

    @Override
    public void fidelity(FidelityArguments arguments) {
        FidelityJob job = new FidelityJob(context.worlds(), config.rollout().solver(), this::say);
        List<String> missed = job.run(Path.of(arguments.reference()));
        if (!missed.isEmpty()) {
            throw new IllegalStateException(
                    "Cannot confirm fidelity: %s; see docs/fidelity.md".formatted(String.join("; ", missed)));
        }
    }

    @Override
    public void verify(VerifyArguments arguments) {
        EpisodeTable table = pinned(table(arguments.table()));
        Verification verification = new Verification(session, table, this::say);
        verification.splits();
        if (Origins.areKnown(table)) {
            Origins origins = Origins.of(table, context.configuration(), context.worlds());
            verification.episodes(origins, arguments.episodes());
        } else {
            say(
                    "Only splits and checksums were checked: no commit of table '%s' is of 'cradle generate' or 'cradle build', and what was recorded cannot be simulated again"
                            .formatted(table.reference()));
        }
    }

    @Override
    public void compact(CompactArguments arguments) {
        EpisodeTable table = table(arguments.table());
        int before = table.files().size();
        session.stage("Pack files", () -> table.compact(lineage("compact", List.of(table.reference()))));
        say("Files: %d, were %d".formatted(table.files().size(), before));
    }

    @Override
    public void ingest(IngestArguments arguments) {
        EpisodeTable table = table(arguments.out());
        new IngestJob(session, config.ingest(), arguments.source(), table, this::say)
                .run(arguments.mode(), lineage("ingest", List.of(arguments.source())));
        saved(table);
    }

    private void saved(EpisodeTable table) {
        saveConfiguration(table.path());
        say("Table: %s, %d episodes".formatted(table.reference(), Segments.episodes(table)));
    }

    @Override
    public void describe(DescribeArguments arguments) {
        SelectionTable selection = SelectionTable.at(session.spark(), arguments.table());
        if (selection.isSelection()) {
            SelectionFacts facts = session.stage("Describe", selection::describe);
            say(arguments.form() == Form.JSON ? Output.json(facts) : Description.of(facts));
        } else {
            TableFacts facts = facts(table(arguments.table()));
            say(arguments.form() == Form.JSON ? Output.json(facts) : Description.of(facts));
        }
    }

    @Override
    public void statistics(StatisticsArguments arguments) {
        Optional<SelectionTable> selection = arguments.selection().map(this::selection);
        EpisodeTable table = chosen(table(arguments.table()), selection);
        StatisticsFacts facts = new CardJob(session, table, selection).statistics();
        say(arguments.form() == Form.JSON ? Output.json(facts) : facts.text());
    }

    @Override
    public void card(CardArguments arguments) {
        Optional<SelectionTable> selection = arguments.selection().map(this::selection);
        EpisodeTable table = chosen(table(arguments.table()), selection);
        new CardJob(session, table, selection).write(Path.of(arguments.out())).forEach(this::say);
    }

    @Override
    public void files(FilesArguments arguments) {
        table(arguments.table()).files().forEach(this::say);
    }

    @Override
    public void information(InformationArguments arguments) {
        Optional<SelectionTable> selection = arguments.selection().map(this::selection);
        EpisodeTable table = chosen(table(arguments.table()), selection);
        new InformationFiles(session, table, selection, config)
                .measure(arguments)
                .forEach(this::say);
    }

    @Override
    public void curate(CurateArguments arguments) {
        Optional<SelectionTable> from = arguments.from().map(this::selection);
        EpisodeTable table = table(arguments.table());
        from.ifPresent(scored -> requireParent(table, scored));
        SelectionTable selection = curated(table, from, arguments.out(), arguments.mode());
        arguments.report().ifPresent(page -> {
            EpisodeTable judged = chosen(table, Optional.of(selection));
            Output.write(Path.of(page), CurationPage.render(CurationFacts.of(session, judged, selection)));
            say("Page: %s".formatted(Path.of(page).toAbsolutePath().normalize()));
        });
    }

    @Override
    public void surprise(SurpriseArguments arguments) {
        SurpriseJob job = new SurpriseJob(session, pinned(table(arguments.table())));
        say(job.run(arguments, parents -> lineage("surprise", parents)));
    }

    @Override
    public void materialise(MaterialiseArguments arguments) {
        SelectionTable selection = selection(arguments.selection());
        EpisodeTable table = chosen(table(arguments.table()), Optional.of(selection));
        EpisodeTable out = table(arguments.out());
        List<String> parents = List.of(table.reference(), selection.reference());
        MaterialiseJob.run(session, table, selection, out, arguments.mode(), lineage("materialise", parents));
        saved(out);
    }

    @Override
    public void export(ExportTableArguments arguments) {
        Optional<SelectionTable> selection = arguments.selection().map(this::selection);
        EpisodeTable table = chosen(table(arguments.table()), selection);
        say(new ExportJob(session, table, selection).run(arguments.format(), arguments.out()));
    }

    private SelectionTable curated(EpisodeTable given, Optional<SelectionTable> from, String out, WriteMode mode) {
        EpisodeTable table = pinned(given);
        SelectionTable selection = SelectionTable.at(session.spark(), out);
        List<String> parents = Stream.concat(Stream.of(table.reference()), from.map(SelectionTable::reference).stream())
                .toList();
        new CurateJob(session, config.curate(), config.balance())
                .run(table, from, selection, mode, lineage("curate", parents));
        saveConfiguration(selection.path());
        say("Selection: %s, %s".formatted(selection.reference(), Report.verdicts(Optional.of(selection))));
        return selection.asOf(selection.version());
    }

    @Override
    public void train(TrainArguments arguments) {
        Optional<SelectionTable> selection = arguments.selection().map(this::selection);
        Path out = Path.of(arguments.out());
        Training training = new Training(session, config, context.progress(), out);
        EpisodeTable table = table(arguments.table());
        EpisodeTable read = arguments.start().resume() ? table : chosen(table, selection);
        trained(training.from(arguments.start(), read, selection), out);
    }

    @Override
    public void sweep(SweepArguments arguments) {
        Optional<SelectionTable> selection = arguments.selection().map(this::selection);
        EpisodeTable table = chosen(table(arguments.table()), selection);
        Path out = Path.of(arguments.out());
        new SweepJob(session, context.configuration(), context.progress(), out, this::say)
                .run(table, selection, arguments.plan(), arguments.atOnce());
    }

    private void trained(Checkpoint checkpoint, Path out) {
        saveConfiguration(out.toString());
        say("Checkpoint: %s, digest %s".formatted(out, checkpoint.digest()));
    }

    @Override
    public void evaluate(EvaluateArguments arguments) {
        Optional<SelectionTable> selection = arguments.selection().map(this::selection);
        List<Path> paths = arguments.checkpoints().stream().map(Path::of).toList();
        List<Judged> judged = Judged.of(paths);
        Optional<Arbiter> arbiter = arguments.arbiter().map(Path::of).map(Arbiter::load);
        EpisodeTable table = chosen(table(arguments.table()), selection);
        List<EpisodeTable> others = arguments.others().stream()
                .map(this::table)
                .map(SparkJobs::pinned)
                .toList();
        Aside aside = new Aside(arbiter, others);
        requireCompatible(table, judged, aside);
        TrainedOn.refuse(paths, session, table, config.evaluate().split(), selection.map(SelectionTable::kept));
        reported(table, selection, judged, paths.get(0), aside, Path.of(arguments.out()));
    }

    /** What else is asked of an evaluation. */
    private record Aside(Optional<Arbiter> arbiter, List<EpisodeTable> others) {
        private static final Aside NOTHING = new Aside(Optional.empty(), List.of());
    }

    @Override
    public void arbiter(ArbiterArguments arguments) {
        EpisodeTable table = pinned(table(arguments.table()));
        Arbiter arbiter = ArbiterJob.run(session, table, arguments.steps(), arguments.seed(), context.progress());
        arbiter.save(Path.of(arguments.out()));
        say("Arbiter: %s, SHA-256 %s".formatted(arguments.out(), arbiter.digest()));
    }

    /** Before time is spent. */
    private static void requireCompatible(EpisodeTable table, List<Judged> judged, Aside aside) {
        judged.forEach(each -> Compatibility.require(
                each.checkpoint(), each.path(), table.reference(), table.layout(), table.worlds()));
        aside.others()
                .forEach(other -> Compatibility.requireShapes(
                        judged.get(0).checkpoint(), judged.get(0).path(), other));
        aside.arbiter().ifPresent(arbiter -> Compatibility.require(arbiter, table.reference(), table.layout()));
    }

    private void reported(
            EpisodeTable table,
            Optional<SelectionTable> selection,
            List<Judged> judged,
            Path first,
            Aside aside,
            Path out) {
        EvaluateJob job = new EvaluateJob(session, table, selection.map(SelectionTable::kept), config.evaluate());
        EvaluateJob.Measured measured = job.run(
                judged,
                aside.arbiter(),
                aside.others(),
                () -> Origins.of(table, context.configuration(), context.worlds()));
        List<String> parents = Stream.concat(
                        Stream.of(table.reference()),
                        judged.stream()
                                .map(each -> "checkpoint " + each.checkpoint().digest()))
                .toList();
        ReportFiles files = new ReportFiles(
                facts(table),
                selection,
                judged,
                aside.arbiter().map(Arbiter::digest),
                RoundFile.of(first).read(),
                lineage("evaluate", parents));
        Output.directory(out, draft -> {
            files.write(draft, measured, config.evaluate()).forEach(this::say);
            Output.write(
                    draft.resolve(Configuration.FILE), context.configuration().resolvedYaml());
        });
        say("Report: " + out.resolve(ReportFiles.PAGE).toAbsolutePath().normalize());
    }

    @Override
    public void plan(PlanArguments arguments) {
        PlanJob.of(session, context).run(arguments).forEach(this::say);
    }

    @Override
    public void compare(CompareArguments arguments) {
        WatchJob.compare(arguments).forEach(this::say);
    }

    @Override
    public void exportMlflow(ExportArguments arguments) {
        WatchJob.export(arguments).forEach(this::say);
    }

    @Override
    public void run(RunArguments arguments) {
        Path out = Path.of(arguments.out());
        String tablePath = arguments.table().orElseGet(() -> {
            String made = out.resolve("table").toString();
            if (config.ingest().source().isBlank()) {
                generate(new GenerateArguments(made, WriteMode.CREATE));
            } else {
                ingest(new IngestArguments(config.ingest().source(), made, WriteMode.CREATE));
            }
            return made;
        });
        EpisodeTable table = pinned(table(tablePath));
        SelectionTable selection =
                curated(table, Optional.empty(), out.resolve("selection").toString(), WriteMode.CREATE);
        Path path = out.resolve("checkpoint");
        Checkpoint checkpoint =
                new Training(session, config, context.progress(), path).begin(table, Optional.of(selection));
        trained(checkpoint, path);
        reported(table, Optional.of(selection), List.of(Judged.alone(checkpoint, path)), path, Aside.NOTHING, out);
    }

    @Override
    public void show(ShowArguments arguments) {
        new ShowJob(session, pinned(table(arguments.path())), config.evaluate(), config.dream(), this::say)
                .run(arguments);
    }

    private TableFacts facts(EpisodeTable table) {
        return session.stage("Describe", table::describe);
    }

    private EpisodeTable table(String path) {
        return EpisodeTable.at(session.spark(), path);
    }

    private SelectionTable selection(String path) {
        SelectionTable selection = SelectionTable.at(session.spark(), path);
        return selection.asOf(selection.version());
    }

    /** The table at the version that it has now, so that all stages of a job read the same. */
    private static EpisodeTable pinned(EpisodeTable table) {
        return table.asOf(table.version());
    }

    /** The table at the version that the selection judged; a selection of another table is refused. */
    private static EpisodeTable chosen(EpisodeTable table, Optional<SelectionTable> selection) {
        if (selection.isEmpty()) {
            return pinned(table);
        }
        return table.asOf(requireParent(table, selection.get()));
    }

    /** The version of the table that a selection judges. */
    private static long requireParent(EpisodeTable table, SelectionTable selection) {
        Reference parent = Reference.of(selection.parent());
        if (!parent.path().equals(table.path())) {
            throw new IllegalArgumentException(
                    "Cannot apply selection '%s' to table '%s': it judges '%s'; run cradle curate on this table"
                            .formatted(selection.path(), table.path(), selection.parent()));
        }
        return parent.version();
    }

    private Lineage lineage(String command, List<String> parents) {
        return new Lineage(
                "cradle " + command,
                context.configuration().digest(),
                CodeVersion.text(),
                parents,
                context.configuration().resolvedYaml());
    }

    /** Underscored, so that readers of a table's directory pass over it; a remote table has it in its commit alone. */
    private void saveConfiguration(String directory) {
        if (!directory.contains("://")) {
            Output.write(
                    Path.of(directory).resolve("_" + Configuration.FILE),
                    context.configuration().resolvedYaml());
        }
    }

    private void say(String line) {
        context.out().println(line);
    }

    @Override
    public void close() {
        session.close();
    }
}
