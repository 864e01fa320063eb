package io.cradle.ingest.lerobot;

import com.fasterxml.jackson.databind.JsonNode;
import io.cradle.dataset.episode.Split;
import io.cradle.ingest.source.SplitNames;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The splits that {@code info.json} declares, such as {@code {"train": "0:8", "test": "8:10"}}. One alone declares nothing:
 * that all is for training is what the format writes unasked. An episode in several is for the one that is held out most.
 *
 * @param ranges of the splits whose names and ranges are understood
 */
public record SplitRanges(List<Range> ranges) implements Serializable {
    private static final Pattern RANGE = Pattern.compile("\\s*([0-9]{1,15})\\s*:\\s*([0-9]{1,15})\\s*");

    public SplitRanges {
        ranges = List.copyOf(ranges);
    }

    /**
     * Some episodes.
     *
     * @param split what they are for
     * @param from number of the first
     * @param to number after the last
     */
    public record Range(Split split, long from, long to) implements Serializable {}

    /** What a dataset declares; nothing unless it is an object with at least two splits. */
    public static SplitRanges of(JsonNode splits) {
        List<Range> ranges = new ArrayList<>();
        if (splits.size() > 1) {
            splits.fields().forEachRemaining(entry -> {
                Optional<Split> split = SplitNames.of(entry.getKey());
                Matcher range = RANGE.matcher(entry.getValue().asText());
                if (split.isPresent() && range.matches()) {
                    ranges.add(new Range(split.get(), Long.parseLong(range.group(1)), Long.parseLong(range.group(2))));
                }
            });
        }
        return new SplitRanges(ranges);
    }

    /** What an episode is declared to be for. */
    public Optional<Split> of(long episode) {
        return ranges.stream()
                .filter(range -> range.from() <= episode && episode < range.to())
                .map(Range::split)
                .max(Comparator.naturalOrder());
    }
}
