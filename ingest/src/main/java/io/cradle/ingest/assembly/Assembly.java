package io.cradle.ingest.assembly;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.align.Clock;
import io.cradle.ingest.align.Stamps;
import io.cradle.ingest.frame.Binariser;
import io.cradle.ingest.frame.FilmFaults;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.source.EpisodeReader;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.util.List;
import java.util.Optional;

/** Makes the episodes of one take, one after the other; holds one at a time. */
final class Assembly implements EpisodeReader {
    private static final long MOST_BYTES = 512L << 20;

    private final Take take;
    private final TakePlan plan;
    private final TakeConfig config;
    private final TakeOrigin origin;
    private final Findings findings;
    /** Empty where steps are when pictures were taken. */
    private final Optional<Clock> clock;

    private final Numbers numbers;
    private final Optional<Pictures> pictures;
    private final Optional<FilmTelling> telling;
    private final Travel travel;
    /** Bytes of a step while it is collected: pictures are still gray. */
    private final long held;

    private Optional<Binariser> binariser = Optional.empty();
    private long step;
    private int pieces;

    /**
     * Begins a take that is fit.
     *
     * @param tracks the streams that are taken
     */
    Assembly(Take take, List<Track> tracks, TakePlan plan, TakeConfig config, TakeOrigin origin, Findings findings) {
        this.take = take;
        this.plan = plan;
        this.config = config;
        this.origin = origin;
        this.findings = findings;
        this.held = held(plan, config);
        Optional<Clock> told = clock(take, tracks, plan.shape().rate(), config.rate() == 0);
        double rate = plan.shape().rate();
        double period = told.map(Clock::period).orElse(rate > 0 ? 1e9 / rate : 0);
        Optional<Film> film = plan.shape().film().map(name -> film(take, name));
        this.pictures = film.map(shown -> new Pictures(shown, config.frames(), period));
        this.telling = film.map(shown -> new FilmTelling(take, shown));
        this.clock = told.or(() -> rate > 0 ? Optional.of(Clock.endless(firstPicture(), rate)) : Optional.empty());
        this.numbers = new Numbers(take, tracks, plan, config);
        this.travel = new Travel(
                numbers,
                plan.layout().find(Layout.PROPRIO).map(TensorSpec::elements).orElse(numbers.count()));
    }

    private static Film film(Take take, String name) {
        return take.films().stream()
                .filter(film -> film.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long firstPicture() {
        Optional<Long> first = pictures.flatMap(Pictures::first);
        if (first.isEmpty()) {
            pictures.ifPresent(Pictures::close);
            throw new CorruptDataException(
                    take.file(),
                    "no picture of its film can be decoded; play it elsewhere, and convert it to H.264 or record it again");
        }
        return first.get();
    }

    /** The clock of the numbers, where there are any: the first stream's, or an even one while all of them run. */
    private static Optional<Clock> clock(Take take, List<Track> tracks, double rate, boolean recorded) {
        if (tracks.isEmpty()) {
            return Optional.empty();
        }
        Track base = tracks.get(0);
        if (rate == 0) {
            return Optional.of(Clock.of(base));
        }
        if (recorded) {
            return Optional.of(Clock.even(base.time(0), base.time(base.steps() - 1), rate));
        }
        long first = tracks.stream().mapToLong(track -> track.time(0)).max().orElseThrow();
        long last = tracks.stream()
                .mapToLong(track -> track.time(track.steps() - 1)
                        + Math.round(Stamps.of(track).median()))
                .min()
                .orElseThrow();
        if (last < first) {
            throw new CorruptDataException(
                    take.file(), "%s: its streams have no time in common; check their stamps".formatted(take.name()));
        }
        return Optional.of(Clock.even(first, Math.min(last, latest(tracks)), rate));
    }

    private static long latest(List<Track> tracks) {
        return tracks.stream()
                .mapToLong(track -> track.time(track.steps() - 1))
                .max()
                .orElseThrow();
    }

    /** @throws TooLongException if the rest of the take doesn't fit into memory */
    @Override
    public Optional<Episode> next() {
        if (!lasts()) {
            finish();
            return Optional.empty();
        }
        Piece piece = new Piece(plan.layout());
        while (lasts() && (config.episodeSteps() == 0 || piece.steps() < config.episodeSteps())) {
            requireRoom(piece);
            add(piece);
        }
        return Optional.of(origin.episode(take, pieces++, tensors(piece)));
    }

    private boolean lasts() {
        if (clock.isEmpty()) {
            return pictures.orElseThrow().upcoming(step).isPresent();
        }
        Clock even = clock.get();
        return step < even.steps()
                && (even.steps() < Long.MAX_VALUE || pictures.orElseThrow().lasts(even.time(step)));
    }

    private void requireRoom(Piece piece) {
        if (piece.steps() * held > MOST_BYTES) {
            throw new TooLongException(
                    "it is longer than the %d steps that fit into memory at once; set ingest.episodeSteps to cut it into episodes"
                            .formatted(piece.steps()));
        }
    }

    private static long held(TakePlan plan, TakeConfig config) {
        int pixels = plan.shape().film().isPresent()
                ? 3 * config.frames().height() * config.frames().width()
                : 0;
        return pixels + 2L * plan.layout().bytes();
    }

    private void add(Piece piece) {
        long time = clock.map(even -> even.time(step))
                .orElseGet(() -> pictures.orElseThrow().upcoming(step).orElseThrow());
        numbers.at(time);
        piece.add(time, numbers);
        pictures.ifPresent(film -> {
            Picture picture = film.at(time)
                    .orElseThrow(() -> new CorruptDataException(
                            take.file(), "%s: its film has no picture; record it again".formatted(take.name())));
            boolean taken = film.covers(time);
            piece.add(picture, taken);
            telling.orElseThrow().step(taken, travel.speed(), film.change(), film.number());
        });
        step++;
    }

    private List<Tensor> tensors(Piece piece) {
        if (pictures.isPresent() && config.frames().kind() == FrameKind.BINARY && binariser.isEmpty()) {
            binariser = Optional.of(Binariser.of(config.frames(), piece.pictures()));
        }
        List<Tensor> tensors = piece.tensors(binariser);
        binariser.ifPresent(any -> telling.orElseThrow()
                .ink(Piece.ink(tensors.get(plan.layout().tensors().indexOf(frame())))));
        return tensors;
    }

    private TensorSpec frame() {
        return plan.layout().require(Layout.FRAME);
    }

    private void finish() {
        pictures.ifPresent(film -> {
            FilmFaults faults = film.faults();
            telling.orElseThrow().tell(faults, film.lacking(), findings);
        });
    }

    /** Tells what is wrong with the pictures that were seen, where no more of them can be or need be. */
    void breakOff() {
        pictures.ifPresent(film -> telling.orElseThrow().tell(film.faultsSoFar(), 0, findings));
    }

    @Override
    public void close() {
        pictures.ifPresent(Pictures::close);
    }
}
