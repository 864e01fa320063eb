package io.cradle.ingest.arrays;

import io.cradle.dataset.spec.Digests;
import io.cradle.ingest.npz.NpyHeader;
import io.cradle.ingest.npz.NpzFile;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.RowShape;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeReader;
import io.cradle.ingest.take.Track;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one file, all its arrays in lockstep, one take at a time. */
final class ArrayTakes implements TakeReader {
    private final NpzFile file;
    private final String digest;
    private final Findings findings;
    private final Map<String, NpyHeader> headers;
    private final ArrayPlan plan;
    private final Iterator<Piece> pieces;
    private final Stamps stamps;
    private final Map<String, ArrayRows> numbers = new TreeMap<>();
    private boolean finished;

    ArrayTakes(NpzFile file, Map<String, NpyHeader> headers, ArrayPlan plan, List<Piece> pieces, Findings findings) {
        this.file = file;
        this.digest = RecordingFiles.digest(file.path());
        this.findings = findings;
        this.headers = headers;
        this.plan = plan;
        this.pieces = pieces.iterator();
        this.stamps = Stamps.of(file, plan.time());
        plan.numbers().forEach(name -> numbers.put(name, new ArrayRows(file, name)));
    }

    @Override
    public Optional<Take> next() {
        while (pieces.hasNext()) {
            Optional<Take> take = take(pieces.next());
            if (take.isPresent()) {
                return take;
            }
        }
        if (!finished) {
            finished = true;
            numbers.values().forEach(ArrayRows::finish);
            stamps.finish();
        }
        return Optional.empty();
    }

    private Optional<Take> take(Piece piece) {
        long sum = piece.steps()
                * (1 + numbers.keySet().stream().mapToLong(this::width).sum());
        if (sum > RowShape.MOST_NUMBERS) {
            stamps.skip(piece.steps());
            refuse(
                    piece,
                    "too large",
                    "it holds %d numbers, more than %d; cut it into shorter episodes"
                            .formatted(sum, RowShape.MOST_NUMBERS));
            return Optional.empty();
        }
        return times(piece).map(times -> take(piece, times));
    }

    private Optional<long[]> times(Piece piece) {
        try {
            return Optional.of(stamps.next(piece.steps()));
        } catch (IllegalArgumentException wrong) {
            refuse(piece, "time contradicts", wrong.getMessage());
            return Optional.empty();
        }
    }

    private void refuse(Piece piece, String reason, String detail) {
        findings.add(Finding.refused(file.path().toString(), piece.name(), reason, detail));
        numbers.values().forEach(rows -> rows.skip(piece.steps()));
    }

    private Take take(Piece piece, long[] times) {
        Path path = file.path();
        List<Track> tracks = new ArrayList<>();
        numbers.forEach((name, rows) -> tracks.add(track(name, rows, times)));
        List<Film> films = new ArrayList<>();
        new TreeMap<>(plan.pictures())
                .forEach((name, shape) -> films.add(new ArrayFilm(path, name, shape, piece, times)));
        return new Take(
                path.toString(),
                piece.name(),
                Digests.sha256("npz\n" + digest + "\n" + piece.name()),
                piece.index(),
                tracks,
                films,
                0,
                RecordingFiles.declaredSplit(path));
    }

    private Track track(String name, ArrayRows rows, long[] times) {
        Track.Builder track =
                Track.named(name, role(name), ArrayRows.row(headers.get(name)).channels(name));
        float[] values = new float[(int) width(name)];
        for (long time : times) {
            ByteBuffer row = rows.next();
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.number(row);
            }
            track.add(time, values);
        }
        return track.build();
    }

    private long width(String name) {
        return ArrayRows.row(headers.get(name)).elements();
    }

    private static Role role(String name) {
        return switch (ArrayUse.of(name)) {
            case PROPRIO -> Role.PROPRIO;
            case ACTION -> Role.ACTION;
            default -> Role.OTHER;
        };
    }

    @Override
    public void close() {
        file.close();
    }
}
