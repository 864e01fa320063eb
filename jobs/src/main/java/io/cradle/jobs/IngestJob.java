package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.table.Batch;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Leaks;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.WriteMode;
import io.cradle.ingest.EpisodeSources;
import io.cradle.ingest.IngestConfig;
import io.cradle.ingest.assembly.Survey;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.assembly.TakeSource;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.TakeFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;

/**
 * Reads foreign recordings in parallel, a task a file or some small ones, and commits their episodes batch by batch, each once. What is wrong with
 * one recording keeps none of the others out. Out: a table, with {@code ingest.json} beside it.
 */
final class IngestJob {
    private static final int TASKS_A_CORE = 16;
    private static final long BYTES_A_TASK = 32L << 20;

    private final Session session;
    private final IngestConfig config;
    private final String path;
    private final EpisodeTable table;
    private final Consumer<String> say;
    private final List<CollectionAccumulator<Finding>> findings = new ArrayList<>();
    private Ingested before = Ingested.NOTHING;
    private Already there = Already.NOTHING;
    private boolean written;

    IngestJob(Session session, IngestConfig config, String path, EpisodeTable table, Consumer<String> say) {
        this.session = session;
        this.config = config;
        this.path = path;
        this.table = table;
        this.say = say;
    }

    void run(WriteMode mode, Lineage lineage) {
        if (mode == WriteMode.RESUME || mode == WriteMode.APPEND) {
            before = Ingested.read(told());
            there = Already.in(table);
        }
        EpisodeSource source = EpisodeSources.exported(Path.of(path), config)
                .or(() -> EpisodeSources.format(Path.of(path), config).map(format -> surveyed(format, mode)))
                .orElseGet(() -> EpisodeSources.detect(Path.of(path), config));
        session.counted("Ingest", source.recordings().size(), () -> write(source, mode, lineage));
        (mode == WriteMode.APPEND ? Ingested.NOTHING.and(findings) : ingested())
                .lines()
                .forEach(say);
        keep();
        tellCopies();
    }

    /** A split follows from a recording's bytes, so that one and the same motion, saved twice, may stand in two of them. */
    private void tellCopies() {
        long copies = session.stage("Look for copies", table::furtherCopies);
        if (copies > 0) {
            say.accept(
                    "Noticed: %d episodes stand in table '%s' once more than they should, from files of the same bytes; 'cradle curate' drops them, or remove the copies and ingest anew with --overwrite"
                            .formatted(copies, table.path()));
        }
        Leaks leaks = session.stage("Look for copies in other splits", table::leaks);
        if (leaks.count() > 0) {
            say.accept(
                    "Noticed: %d contents stand in several splits (%s), so that what is held out was trained on; 'cradle curate' drops the copies in TRAIN, 'cradle verify %s' names more"
                            .formatted(leaks.count(), leaks.first().get(0), table.path()));
        }
    }

    private Path told() {
        return Path.of(table.path()).resolve("ingest.json");
    }

    private Ingested ingested() {
        return before.and(findings);
    }

    /** What was found so far, for who goes on where this is killed. */
    private void keep() {
        Output.write(told(), Output.json(ingested()));
    }

    /** Looks at the numbers of all recordings first, for the layout follows from all of them. */
    private EpisodeSource surveyed(TakeFormat format, WriteMode mode) {
        TakeConfig takes = EpisodeSources.takes(Path.of(path), config);
        List<Recording> recordings = format.recordings();
        CollectionAccumulator<Finding> found = accumulator();
        Survey survey = session.stage("Look at recordings", () -> surveys(session, format, takes, recordings, found)
                .fold(Survey.EMPTY, Survey::with));
        if (survey.takes() == 0) {
            Ingested.NOTHING.and(List.of(found)).first().ifPresent(first -> {
                throw nothing(first, null);
            });
        }
        TakeSource source = TakeSource.of(format, takes, survey);
        Stream.of(source.camerasLeft(survey), source.heldOutUnseen(survey))
                .flatMap(Optional::stream)
                .forEach(told -> say.accept("Noticed: " + told));
        return mode != WriteMode.OVERWRITE && table.exists() ? source.addingTo(table.layout()) : source;
    }

    private static JavaRDD<Survey> surveys(
            Session session,
            TakeFormat format,
            TakeConfig config,
            List<Recording> recordings,
            CollectionAccumulator<Finding> found) {
        return session.context()
                .parallelize(recordings, tasks(session, recordings))
                .map(recording -> TakeSource.survey(format, config, recording, found::add));
    }

    private void write(EpisodeSource source, WriteMode mode, Lineage lineage) {
        try {
            switch (mode) {
                case CREATE, RESUME -> table.writeOnce(() -> batches(source), source.layout(), lineage);
                case APPEND, OVERWRITE -> table.write(() -> some(parts(source)), source.layout(), mode, lineage);
            }
        } catch (IllegalArgumentException refused) {
            requireAny(refused);
            throw refused;
        }
        requireAny(null);
    }

    /** Says what kept everything out, where nothing was written. */
    private void requireAny(IllegalArgumentException refused) {
        Ingested now = Ingested.NOTHING.and(findings);
        Optional<Finding> first = now.refused().containsKey(Already.REASON) ? Optional.empty() : now.first();
        if (first.isPresent() && (!written || !table.exists())) {
            throw nothing(first.get(), refused);
        }
    }

    private IllegalArgumentException nothing(Finding first, IllegalArgumentException refused) {
        return new IllegalArgumentException(
                "Cannot ingest '%s': no episode can be read; %s".formatted(path, first.text()), refused);
    }

    private Iterator<Batch> batches(EpisodeSource source) {
        String writer = writer(source);
        List<JavaRDD<Episode>> parts = parts(source);
        int next = (int) table.committed(writer).orElse(-1) + 1; // what was committed is not looked into again
        written = next > 0;
        return IntStream.range(next, parts.size())
                .peek(i -> keepIfAny())
                .filter(i -> isSome(parts, i))
                .mapToObj(i -> new Batch(writer, i, parts.get(i)))
                .iterator();
    }

    /** Who numbers batches the same: of other portions batch 5 is something else, so that they are another's, who passes over what is there by ids. */
    private String writer(EpisodeSource source) {
        return "ingest " + Digests.sha256("%d %s %s".formatted(config.commitRecordings(), source, source.recordings()));
    }

    private Iterator<JavaRDD<Episode>> some(List<JavaRDD<Episode>> parts) {
        return IntStream.range(0, parts.size())
                .filter(i -> isSome(parts, i))
                .mapToObj(parts::get)
                .iterator();
    }

    /** All of a thousand recordings may be left out, and all of what is added may be there. A table is made of something. */
    private boolean isSome(List<JavaRDD<Episode>> parts, int number) {
        boolean some = (parts.size() == 1 && there.ids().isEmpty())
                || !parts.get(number).isEmpty();
        written |= some;
        return some;
    }

    private void keepIfAny() {
        if (table.exists()) {
            keep();
        }
    }

    private List<JavaRDD<Episode>> parts(EpisodeSource source) {
        List<Recording> all = source.recordings();
        int most = config.commitRecordings();
        return IntStream.iterate(0, from -> from < all.size(), from -> from + most)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + most)))
                .map(part -> part(source, List.copyOf(part)))
                .toList();
    }

    private JavaRDD<Episode> part(EpisodeSource source, List<Recording> recordings) {
        CollectionAccumulator<Finding> found = accumulator();
        findings.add(found);
        return episodes(session, source, recordings, found, session.context().broadcast(there));
    }

    /**
     * How many tasks read so many recordings. A task costs tens of milliseconds and leaves a data file, so that small recordings share one; still
     * each core has several, that the last ones end about together.
     */
    static int tasks(Session session, List<Recording> recordings) {
        long bytes = recordings.stream().mapToLong(Recording::bytes).sum();
        long most = Math.max((long) TASKS_A_CORE * session.context().defaultParallelism(), bytes / BYTES_A_TASK + 1);
        return (int) Math.min(recordings.size(), most);
    }

    private CollectionAccumulator<Finding> accumulator() {
        return session.spark().sparkContext().collectionAccumulator("findings");
    }

    /** Static, since what it hands to Spark must not hold this job. */
    private static JavaRDD<Episode> episodes(
            Session session,
            EpisodeSource source,
            List<Recording> recordings,
            CollectionAccumulator<Finding> found,
            Broadcast<Already> there) {
        LongAccumulator shown = session.items();
        return session.context()
                .parallelize(recordings, tasks(session, recordings))
                .flatMap(recording ->
                        there.value().others(Tolerated.episodes(source, recording, found, shown), recording, found));
    }
}
