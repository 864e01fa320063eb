package io.cradle.jobs.sweep;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One of the trainings.
 *
 * @param number from 1
 * @param settings key to value as YAML, over the configuration that all have
 */
public record Trial(int number, SortedMap<String, String> settings) {
    private static final int LONGEST = 100;

    public Trial {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** Name of its files: its number, and what is special about it. */
    public String name() {
        String told = settings.entrySet().stream()
                .map(each -> "%s=%s".formatted(last(each.getKey()), each.getValue()))
                .collect(Collectors.joining(","));
        String safe = "%03d-%s".formatted(number, told.replaceAll("[^A-Za-z0-9.,=_-]", "_"));
        return safe.substring(0, Math.min(LONGEST, safe.length()));
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** The settings in a line. */
    public String told() {
        return settings.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" "));
    }
}
