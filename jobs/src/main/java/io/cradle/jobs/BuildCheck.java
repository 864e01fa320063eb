package io.cradle.jobs;

import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.jobs.build.Acceptance;
import io.cradle.jobs.build.BuiltPart;
import io.cradle.jobs.build.Changes;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.Settings;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;

/** Looks whether a pipeline may be built into a directory, before anything is written there. */
final class BuildCheck {
    private static final List<String> DECIDING = List.of("curate", "balance");

    private final Session session;
    private final Configuration configuration;
    private final Pipeline pipeline;
    private final BuildFolder folder;

    BuildCheck(Session session, Configuration configuration, Pipeline pipeline, BuildFolder folder) {
        this.session = session;
        this.configuration = configuration;
        this.pipeline = pipeline;
        this.folder = folder;
    }

    /**
     * Refuses what no build may do.
     *
     * @throws IllegalArgumentException if something has vanished, the table holds what this pipeline doesn't make, or the
     *     pipeline declares other or fewer episodes, or other settings that aren't accepted
     */
    void require(Acceptance acceptance) {
        String out = folder.out().toString();
        folder.requireWhole();
        Stream<BuiltPart> known = Stream.concat(folder.manifest().parts().stream(), pipeline.declared().stream());
        Changes.requireGrowth(out, folder.committed(known.toList()), pipeline.declared());
        EpisodeTable table = folder.table();
        if (table.exists() && table.version() != folder.manifest().table().version()) {
            requireOwn(table);
        }
        Changes.requireAccepted(out, changes(), acceptance);
    }

    /** Whether the selection is of all episodes that are declared, and by the settings that are. */
    boolean isDecided() {
        return folder.selection().exists()
                && folder.selection().episodes() == pipeline.episodes()
                && changes().isEmpty();
    }

    /** Refuses a table that holds anything but the first episodes of each part. */
    private void requireOwn(EpisodeTable table) {
        JavaRDD<String> present = table.ids();
        JavaRDD<String> planned = pipeline.parts().stream()
                .map(this::planned)
                .reduce(JavaRDD::union)
                .orElseThrow();
        Optional<String> foreign = present.subtract(planned).take(1).stream()
                .findFirst()
                .map("it holds episode '%s', which this pipeline does not make"::formatted);
        Optional<String> problem = foreign.or(() ->
                planned.subtract(present).take(1).stream().findFirst().map("it has lost episode '%s'"::formatted));
        if (problem.isPresent()) {
            throw new IllegalArgumentException(
                    "Cannot build '%s': somebody else has written to table '%s': %s; restore the version before that, or build into another --out"
                            .formatted(folder.out(), table.reference(), problem.get()));
        }
    }

    private JavaRDD<String> planned(Pipeline.Part part) {
        int committed = Math.toIntExact(folder.committed(part.built()));
        return Resumption.planned(session, part.plan(), part.rollout().partitions(), committed);
    }

    private List<String> changes() {
        SelectionTable selection = folder.selection();
        return selection.exists()
                ? Changes.between(settings(selection.lineage().configuration()), settings(configuration.resolvedYaml()))
                : List.of();
    }

    /** The settings that decide which episodes stay. */
    static SortedMap<String, String> settings(String yaml) {
        return Settings.of(yaml, DECIDING);
    }
}
