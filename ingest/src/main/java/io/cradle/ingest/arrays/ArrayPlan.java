package io.cradle.ingest.arrays;

import io.cradle.dataset.spec.Ordered;
import io.cradle.ingest.npz.NpyHeader;
import io.cradle.ingest.npz.NpyType;
import io.cradle.ingest.take.RowShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the headers of a file declare, once they have been found to agree.
 *
 * @param rows T
 * @param numbers names of the arrays that become tracks
 * @param pictures shapes {@code [H, W]} or {@code [H, W, C]} of the arrays that become films
 * @param time name of the array of stamps
 * @param leftOut what is neither, for people
 */
record ArrayPlan(
        int rows,
        List<String> numbers,
        Map<String, List<Integer>> pictures,
        Optional<String> time,
        List<String> leftOut) {

    /**
     * Checks the arrays of a file.
     *
     * @throws IllegalArgumentException saying what is wrong, as the end of a sentence about the file
     */
    static ArrayPlan of(Map<String, NpyHeader> arrays) {
        int rows = rows(arrays);
        List<String> numbers = new ArrayList<>();
        Map<String, List<Integer>> pictures = new TreeMap<>();
        List<String> leftOut = new ArrayList<>();
        arrays.forEach((name, header) -> {
            ArrayUse use = ArrayUse.of(name);
            if (use == ArrayUse.TIME || use == ArrayUse.ENDS || use == ArrayUse.INDEX) {
                return;
            }
            if (isPictures(use, header, rows)) {
                pictures.put(
                        name,
                        List.copyOf(header.shape().subList(1, header.shape().size())));
            } else if (isNumbers(use, header, rows)) {
                numbers.add(name);
            } else {
                leftOut.add(unfit(name, header, rows));
            }
        });
        if (numbers.isEmpty() && pictures.isEmpty()) {
            throw new IllegalArgumentException("nothing of it can be read: %s; convert it".formatted(leftOut));
        }
        return new ArrayPlan(rows, List.copyOf(numbers), Ordered.copyOf(pictures), time(arrays, rows), leftOut);
    }

    private static int rows(Map<String, NpyHeader> arrays) {
        Map<String, List<Integer>> shapes = new TreeMap<>();
        arrays.forEach((name, header) -> {
            if (ArrayUse.of(name).isMain()) {
                shapes.put(name, header.shape());
            }
        });
        List<Integer> counts = shapes.values().stream()
                .map(shape -> shape.isEmpty() ? 0 : shape.get(0))
                .distinct()
                .toList();
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("it holds the arrays %s, but none by which it is known; %s"
                    .formatted(arrays.keySet(), ArrayUse.UNDERSTOOD));
        }
        if (counts.size() > 1 || counts.get(0) == 0) {
            throw new IllegalArgumentException(
                    "arrays %s must have one number of rows, at least one; save what belongs together"
                            .formatted(shapes));
        }
        return counts.get(0);
    }

    private static boolean isPictures(ArrayUse use, NpyHeader header, int rows) {
        boolean pixels = header.type() == NpyType.U8 || (header.type() == NpyType.BOOL && use == ArrayUse.PICTURES);
        RowShape row = ArrayRows.row(header);
        boolean flat = use == ArrayUse.PICTURES && row.sizes().size() == 2 && row.elements() > 0;
        return pixels
                && !header.shape().isEmpty()
                && header.shape().get(0) == rows
                && (flat || row.fitsPicture())
                && row.elements() <= RowShape.MOST_BYTES;
    }

    private static boolean isNumbers(ArrayUse use, NpyHeader header, int rows) {
        return use != ArrayUse.PICTURES
                && header.type() != NpyType.TEXT
                && !header.shape().isEmpty()
                && header.shape().get(0) == rows
                && ArrayRows.row(header).fitsTrack();
    }

    private static String unfit(String name, NpyHeader header, int rows) {
        return "array '%s' (%s %s) is neither numbers, at most %d a row, nor pictures of uint8 [T, H, W] or [T, H, W, 1 or 3], of %d rows; convert it if it is needed"
                .formatted(name, header.type().description(), header.shape(), RowShape.MOST_CHANNELS, rows);
    }

    private static Optional<String> time(Map<String, NpyHeader> arrays, int rows) {
        List<String> clocks = arrays.keySet().stream()
                .filter(name -> ArrayUse.of(name) == ArrayUse.TIME)
                .toList();
        if (clocks.size() > 1) {
            throw new IllegalArgumentException("it has several clocks, %s; keep one".formatted(clocks));
        }
        for (String name : clocks) {
            NpyHeader header = arrays.get(name);
            boolean typed = header.type().bytes() >= Integer.BYTES && header.type() != NpyType.TEXT;
            if (!typed
                    || !(header.shape().equals(List.of(rows)) || header.shape().equals(List.of(rows, 1)))) {
                throw new IllegalArgumentException(
                        "array '%s' (%s %s) must hold seconds as floats or nanoseconds as integers, [%d]; convert it"
                                .formatted(name, header.type().description(), header.shape(), rows));
            }
        }
        return clocks.stream().findFirst();
    }
}
