package io.cradle.ingest.assembly;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.ingest.source.EpisodeReader;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Take;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** The episodes of many takes, one after the other. A take that breaks ends there, that is told, and the next one is read. */
final class TakeEpisodes implements EpisodeReader {
    private final Stream<Take> open;
    private final Iterator<Take> takes;
    private final TakeOrigin origin;
    private final Findings findings;
    private Optional<Running> running = Optional.empty();

    TakeEpisodes(Stream<Take> takes, TakeOrigin origin, Findings findings) {
        this.open = takes;
        this.takes = takes.iterator();
        this.origin = origin;
        this.findings = findings;
    }

    @Override
    public Optional<Episode> next() {
        Optional<Episode> next = running.flatMap(this::continued);
        while (next.isEmpty() && takes.hasNext()) {
            running = begun(Declared.of(takes.next(), origin.config()));
            next = running.flatMap(this::continued);
        }
        return next;
    }

    private Optional<Running> begun(Take take) {
        Fitness fitness = new Fitness(origin.plan(), origin.config());
        Optional<Finding> refusal = fitness.refusal(take);
        if (refusal.isPresent()) {
            findings.add(refusal.get());
            return Optional.empty();
        }
        fitness.tell(take, findings);
        try {
            Assembly assembly =
                    new Assembly(take, fitness.taken(take), origin.plan(), origin.config(), origin, findings);
            return Optional.of(new Running(take, assembly));
        } catch (CorruptDataException broken) {
            findings.add(refused(take, broken));
            return Optional.empty();
        }
    }

    private Optional<Episode> continued(Running take) {
        Optional<Episode> next = Optional.empty();
        try {
            next = take.episodes().next();
        } catch (CorruptDataException broken) {
            findings.add(refused(take.take(), broken));
            take.episodes().breakOff();
        } catch (TooLongException tooLong) {
            findings.add(Fitness.refused(take.take(), "too long", tooLong.getMessage()));
            take.episodes().breakOff();
        }
        if (next.isEmpty()) {
            running = Optional.empty();
            take.episodes().close();
        }
        return next;
    }

    private static Finding refused(Take take, CorruptDataException broken) {
        return Fitness.refused(take, "cannot be decoded", broken.getMessage());
    }

    @Override
    public void close() {
        running.ifPresent(take -> take.episodes().close());
        running = Optional.empty();
        open.close();
    }

    /**
     * A take that has been begun.
     *
     * @param episodes what is left of it
     */
    private record Running(Take take, Assembly episodes) {}
}
