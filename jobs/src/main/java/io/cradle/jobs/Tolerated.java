package io.cradle.jobs;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;

/** The episodes of a recording up to where it breaks, which is told. */
final class Tolerated implements Iterator<Episode> {
    private final Iterator<Episode> episodes;
    private final Recording recording;
    private final CollectionAccumulator<Finding> found;
    private final LongAccumulator shown;
    private boolean over;

    private Tolerated(
            Iterator<Episode> episodes,
            Recording recording,
            CollectionAccumulator<Finding> found,
            LongAccumulator shown) {
        this.episodes = episodes;
        this.recording = recording;
        this.found = found;
        this.shown = shown;
    }

    static Iterator<Episode> episodes(
            EpisodeSource source, Recording recording, CollectionAccumulator<Finding> found, LongAccumulator shown) {
        try {
            RecordingFiles.requireContent(recording);
            return new Tolerated(source.read(recording, found::add).iterator(), recording, found, shown);
        } catch (CorruptDataException broken) {
            found.add(Finding.unreadable(recording, broken));
            shown.add(1);
            return Collections.emptyIterator();
        }
    }

    @Override
    public boolean hasNext() {
        boolean more = false;
        try {
            more = !over && episodes.hasNext();
        } catch (CorruptDataException broken) {
            found.add(Finding.unreadable(recording, broken));
        }
        if (!more && !over) {
            over = true;
            shown.add(1);
        }
        return more;
    }

    @Override
    public Episode next() {
        return episodes.next();
    }
}
