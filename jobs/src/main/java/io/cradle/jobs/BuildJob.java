package io.cradle.jobs;

import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.table.BuildLock;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.build.Acceptance;
import io.cradle.jobs.build.BuiltPart;
import io.cradle.jobs.build.Manifest;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.CradleConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Brings a dataset up to what a pipeline declares. In: a pipeline, and what earlier builds left. Out: a table, a selection
 * and a manifest, or nothing where nothing is to do. What is there is read from the logs of both tables, so that it
 * doesn't matter where an earlier build died.
 */
final class BuildJob {
    /** What commits of a build call themselves. */
    static final String COMMAND = "cradle build";

    private final Session session;
    private final Configuration configuration;
    private final Pipeline pipeline;
    private final Consumer<String> say;

    BuildJob(Session session, Configuration configuration, Pipeline pipeline, Consumer<String> say) {
        this.session = session;
        this.configuration = configuration;
        this.pipeline = pipeline;
        this.say = say;
    }

    /** Alone in the directory; Spark starts only when it is. */
    void run(Path out, Acceptance acceptance) {
        BuildLock.during(out, "build", () -> build(BuildFolder.open(session.spark(), out), acceptance));
    }

    private void build(BuildFolder folder, Acceptance acceptance) {
        BuildCheck check = new BuildCheck(session, configuration, pipeline, folder);
        session.stage("Check", () -> check.require(acceptance));
        grow(folder);
        if (!check.isDecided()) {
            decide(folder);
        }
        if (folder.isRecorded(pipeline.declared())) {
            say.accept("Nothing to do: table %s and selection %s are what the pipeline declares"
                    .formatted(folder.table().reference(), folder.selection().reference()));
        } else {
            record(folder);
        }
    }

    /** Makes what is missing. */
    private void grow(BuildFolder folder) {
        List<BuiltPart> there = folder.committed(pipeline.declared());
        if (there.equals(pipeline.declared())) {
            return;
        }
        // Before the first episode: a build that dies leaves word of what it was making.
        folder.save(
                new Manifest(there, folder.manifest().table(), folder.manifest().selection()));
        GrowJob job = new GrowJob(session, pipeline.layout(), folder.table());
        for (int i = 0; i < there.size(); i++) {
            Pipeline.Part part = pipeline.parts().get(i);
            if (!there.get(i).equals(part.built())) {
                say.accept(job.run(part, Math.toIntExact(there.get(i).episodes()), lineage(part)));
            }
        }
    }

    /** Decides on all episodes, and measures those that the selection before has not. */
    private void decide(BuildFolder folder) {
        CradleConfig config = configuration.values();
        EpisodeTable table = folder.table().asOf(folder.table().version());
        SelectionTable selection = folder.selection();
        Optional<SelectionTable> before =
                selection.exists() ? Optional.of(selection.asOf(selection.version())) : Optional.empty();
        Optional<SelectionTable> from = before.filter(
                scored -> scored.scoring().equals(config.curate().scoring().toString()));
        List<String> parents = Stream.concat(Stream.of(table.reference()), from.map(SelectionTable::reference).stream())
                .toList();
        WriteMode mode = before.isPresent() ? WriteMode.OVERWRITE : WriteMode.CREATE;
        new CurateJob(session, config.curate(), config.balance())
                .run(table, from, selection, mode, lineage(configuration, parents));
    }

    /** Writes down what is there now. */
    private void record(BuildFolder folder) {
        Contents contents = session.stage("Sum up", () -> Contents.of(folder.selection()));
        String settings =
                Digests.sha256(BuildCheck.settings(configuration.resolvedYaml()).toString());
        folder.save(new Manifest(
                pipeline.declared(),
                new Manifest.Table(folder.table().version(), contents.episodes(), contents.table()),
                new Manifest.Selection(folder.selection().version(), contents.kept(), settings, contents.decisions())));
        Output.write(folder.out().resolve(Configuration.FILE), configuration.resolvedYaml());
        say.accept("Table: %s, %d episodes, content %s"
                .formatted(folder.table().reference(), contents.episodes(), contents.table()));
        say.accept(
                "Selection: %s, %d episodes stay".formatted(folder.selection().reference(), contents.kept()));
    }

    /** Of a part's commits: section {@code rollout} is the part's, so that its episodes can be made again from it. */
    private Lineage lineage(Pipeline.Part part) {
        return lineage(new Configuration(configuration.values().with(part.rollout())), List.of());
    }

    private static Lineage lineage(Configuration configuration, List<String> parents) {
        return new Lineage(COMMAND, configuration.digest(), CodeVersion.text(), parents, configuration.resolvedYaml());
    }
}
