package io.cradle.ingest.arrays;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.npz.NpyHeader;
import io.cradle.ingest.npz.NpzFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cuts the rows of a file into takes: by {@code episode_ends}, by {@code episode_index}, or not at all. */
final class Pieces {
    private final NpzFile file;
    private final int rows;
    private final List<Piece> pieces = new ArrayList<>();

    private Pieces(NpzFile file, int rows) {
        this.file = file;
        this.rows = rows;
    }

    /** The takes of a file of so many rows, in order. */
    static List<Piece> of(NpzFile file, Map<String, NpyHeader> arrays, int rows) {
        Pieces pieces = new Pieces(file, rows);
        Optional<String> ends = named(arrays, ArrayUse.ENDS);
        Optional<String> index = named(arrays, ArrayUse.INDEX);
        if (ends.isPresent()) {
            pieces.byEnds(ends.get(), arrays.get(ends.get()));
        } else if (index.isPresent()) {
            pieces.byIndex(index.get(), arrays.get(index.get()));
        } else {
            String name = file.path().getFileName().toString().replaceFirst("\\.[^.]*$", "");
            pieces.pieces.add(new Piece(name, 0, 0, rows));
        }
        return List.copyOf(pieces.pieces);
    }

    private static Optional<String> named(Map<String, NpyHeader> arrays, ArrayUse use) {
        return arrays.keySet().stream().filter(name -> ArrayUse.of(name) == use).findFirst();
    }

    private void byEnds(String name, NpyHeader header) {
        requireList(name, header);
        int count = header.shape().get(0);
        if (count > rows) {
            throw corrupt("array '%s' names %d ends of %d rows; name each once".formatted(name, count, rows));
        }
        ArrayRows ends = new ArrayRows(file, name);
        int first = 0;
        for (int i = 0; i < count; i++) {
            long end = ends.whole(ends.next());
            if (end <= first || end > rows) {
                throw corrupt("array '%s': end %d is %d, but must lie behind %d and within %d rows; number rows from 0"
                        .formatted(name, i, end, first, rows));
            }
            pieces.add(new Piece("episode_%06d".formatted(i), i, first, (int) end));
            first = (int) end;
        }
        ends.finish();
    }

    private void byIndex(String name, NpyHeader header) {
        requireList(name, header);
        if (header.shape().get(0) != rows) {
            throw corrupt("array '%s' has %d rows beside %d; save them together"
                    .formatted(name, header.shape().get(0), rows));
        }
        ArrayRows indices = new ArrayRows(file, name);
        Set<Long> seen = new HashSet<>();
        int first = 0;
        long current = indices.whole(indices.next());
        for (int row = 1; row <= rows; row++) {
            long index = row < rows ? indices.whole(indices.next()) : current;
            if (row == rows || index != current) {
                requireNew(name, seen, current, first);
                pieces.add(new Piece("episode_%06d".formatted(current), current, first, row));
                first = row;
                current = index;
            }
        }
        indices.finish();
    }

    private void requireNew(String name, Set<Long> seen, long index, int row) {
        if (index < 0 || !seen.add(index)) {
            throw corrupt("array '%s': row %d begins episode %d, which is below 0 or ended before; sort rows by episode"
                    .formatted(name, row, index));
        }
    }

    private void requireList(String name, NpyHeader header) {
        if (header.shape().size() != 1 || header.shape().get(0) == 0 || !ArrayRows.isWhole(header.type())) {
            throw corrupt("array '%s' (%s %s) must be a list of whole numbers; convert it"
                    .formatted(name, header.type().description(), header.shape()));
        }
    }

    private CorruptDataException corrupt(String problem) {
        return new CorruptDataException(file.path().toString(), problem);
    }
}
