package io.cradle.ingest.assembly;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.ingest.assembly.Survey.Counted;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Recordings of any format of takes as episodes of one layout, which a survey of all of them has decided.
 *
 * @param format reads them
 * @param config how takes become episodes
 * @param plan what all episodes have
 */
public record TakeSource(TakeFormat format, TakeConfig config, TakePlan plan) implements EpisodeSource {
    /**
     * Decides the layout.
     *
     * @param survey of all recordings
     * @throws IllegalArgumentException if no take has anything that is asked for
     */
    public static TakeSource of(TakeFormat format, TakeConfig config, Survey survey) {
        Named.requireThere(config, survey);
        Counted most = survey.most()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot ingest '%s': none of its %d takes has a stream that is asked for; name streams in ingest.streams, or a camera in ingest.frames"
                                .formatted(format.recordings().get(0).file(), survey.takes())));
        return new TakeSource(format, config, TakePlan.of(most, config));
    }

    /** Which cameras' pictures are left out though nobody chose between them, for people; empty where none are. */
    public Optional<String> camerasLeft(Survey survey) {
        String taken = plan.shape().camera();
        List<String> left =
                survey.films().stream().filter(film -> !film.equals(taken)).toList();
        boolean chosen = !config.frames().camera().isBlank() || taken.isBlank();
        return Optional.of(
                        "frames are those of '%s', the first camera by its name; set ingest.frames.camera to one of %s for another's, in a table of its own"
                                .formatted(taken, left))
                .filter(told -> !chosen && !left.isEmpty());
    }

    /**
     * Which takes are to be held out and are in nothing that can be read, for people; empty where there are none. They may be in what was left out.
     */
    public Optional<String> heldOutUnseen(Survey survey) {
        List<String> unseen = config.splits().unseen(survey.held());
        return Optional.of(
                        "ingest.splits holds out %s, which nothing that can be read has; if it isn't in what was left out, mend the name"
                                .formatted(unseen))
                .filter(told -> !unseen.isEmpty());
    }

    /** The same for a table that is there already, in whose ranges numbers are scaled: what lies beyond them is stored beyond -1 and 1. */
    public TakeSource addingTo(Layout there) {
        return new TakeSource(format, config, plan.in(there));
    }

    /**
     * Looks at the numbers of a recording; what cannot be read is passed over.
     *
     * @param findings what keeps a recording out, which {@link #read} tells once more
     */
    public static Survey survey(TakeFormat format, TakeConfig config, Recording recording, Findings findings) {
        AtomicBoolean whole = new AtomicBoolean(true);
        Findings heard = finding -> {
            findings.add(finding);
            whole.compareAndSet(true, finding.kind() != Finding.Kind.REFUSED);
        };
        try (Stream<Take> takes = outlines(format, recording, heard)) {
            Iterator<Take> all = takes.iterator();
            Survey survey = Survey.EMPTY;
            while (all.hasNext()) {
                survey = survey.with(Survey.of(Declared.of(all.next(), config), config));
            }
            return whole.get() ? survey : survey.inPart();
        } catch (CorruptDataException broken) {
            findings.add(Finding.unreadable(recording, broken));
            return Survey.EMPTY.inPart();
        }
    }

    private static Stream<Take> outlines(TakeFormat format, Recording recording, Findings findings) {
        RecordingFiles.requireContent(recording);
        return format.outlines(recording, findings);
    }

    @Override
    public Layout layout() {
        return plan.layout();
    }

    @Override
    public List<Recording> recordings() {
        return format.recordings();
    }

    @Override
    public Stream<Episode> read(Recording recording, Findings findings) {
        TakeOrigin origin = new TakeOrigin(
                format.name(), config.world().isBlank() ? format.world(recording) : config.world(), plan, config);
        return new TakeEpisodes(format.takes(recording, findings), origin, findings).stream();
    }
}
