package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.table.Batch;
import io.cradle.dataset.table.EpisodeTable;
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
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;

/**
 * Reads foreign recordings in parallel, a task a file, and commits their episodes batch by batch, each once. What is wrong with
 * one recording keeps none of the others out. Out: a table, with {@code ingest.json} beside it.
 */
final class IngestJob {
    private final Session session;
    private final IngestConfig config;
    private final String path;
    private final EpisodeTable table;
    private final Consumer<String> say;
    private final List<CollectionAccumulator<Finding>> findings = new ArrayList<>();

    IngestJob(Session session, IngestConfig config, String path, EpisodeTable table, Consumer<String> say) {
        this.session = session;
        this.config = config;
        this.path = path;
        this.table = table;
        this.say = say;
    }

    void run(WriteMode mode, Lineage lineage) {
        EpisodeSource source = EpisodeSources.exported(Path.of(path), config)
                .or(() -> EpisodeSources.format(Path.of(path), config).map(format -> surveyed(format, mode)))
                .orElseGet(() -> EpisodeSources.detect(Path.of(path), config));
        session.counted("Ingest", source.recordings().size(), () -> write(source, mode, lineage));
        Ingested ingested = Ingested.of(findings);
        ingested.lines().forEach(say);
        Output.write(Path.of(table.path()).resolve("ingest.json"), Output.json(ingested));
    }

    /** Looks at the numbers of all recordings first, for the layout follows from all of them. */
    private EpisodeSource surveyed(TakeFormat format, WriteMode mode) {
        TakeConfig takes = config.takes();
        List<Recording> recordings = format.recordings();
        Survey survey = session.stage("Look at recordings", () -> surveys(session, format, takes, recordings)
                .fold(Survey.EMPTY, Survey::with));
        TakeSource source = TakeSource.of(format, takes, survey);
        return mode == WriteMode.APPEND && table.exists() ? source.addingTo(table.layout()) : source;
    }

    private static JavaRDD<Survey> surveys(
            Session session, TakeFormat format, TakeConfig config, List<Recording> recordings) {
        return session.context()
                .parallelize(recordings, recordings.size())
                .map(recording -> TakeSource.survey(format, config, recording));
    }

    private void write(EpisodeSource source, WriteMode mode, Lineage lineage) {
        try {
            switch (mode) {
                case CREATE, RESUME -> table.writeOnce(() -> batches(source), source.layout(), lineage);
                case APPEND, OVERWRITE -> table.write(() -> parts(source).iterator(), source.layout(), mode, lineage);
            }
        } catch (IllegalArgumentException refused) {
            requireAny(refused);
            throw refused;
        }
        requireAny(null);
    }

    /** Says what kept everything out, where nothing was written. */
    private void requireAny(IllegalArgumentException refused) {
        Optional<Finding> first = Ingested.of(findings).first();
        if (first.isPresent() && !table.exists()) {
            throw nothing(first.get(), refused);
        }
    }

    private IllegalArgumentException nothing(Finding first, IllegalArgumentException refused) {
        return new IllegalArgumentException(
                "Cannot ingest '%s': no episode can be read; %s".formatted(path, first.text()), refused);
    }

    private Iterator<Batch> batches(EpisodeSource source) {
        String writer = "ingest " + Digests.sha256(source + source.recordings().toString());
        List<JavaRDD<Episode>> parts = parts(source);
        return IntStream.range(0, parts.size())
                .filter(i -> parts.size() == 1 || !parts.get(i).isEmpty()) // all of a thousand may be left out
                .mapToObj(i -> new Batch(writer, i, parts.get(i)))
                .iterator();
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
        CollectionAccumulator<Finding> found = session.spark().sparkContext().collectionAccumulator("findings");
        findings.add(found);
        return episodes(session, source, recordings, found);
    }

    /** Static, since what it hands to Spark must not hold this job. */
    private static JavaRDD<Episode> episodes(
            Session session, EpisodeSource source, List<Recording> recordings, CollectionAccumulator<Finding> found) {
        LongAccumulator shown = session.items();
        return session.context()
                .parallelize(recordings, recordings.size())
                .flatMap(recording -> Tolerated.episodes(source, recording, found, shown));
    }
}
