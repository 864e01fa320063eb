package io.cradle.ingest.csv;

import java.util.Map;
import java.util.TreeSet;

/**
 * What a unit is in SI.
 *
 * @param symbol symbol of the SI unit that values are stored in
 * @param factor what a value in the file is multiplied by
 */
public record SiUnit(String symbol, double factor) {
    private static final Map<String, SiUnit> KNOWN = Map.ofEntries(
            Map.entry("1", new SiUnit("1", 1)),
            Map.entry("rad", new SiUnit("rad", 1)),
            Map.entry("deg", new SiUnit("rad", Math.PI / 180)),
            Map.entry("rad/s", new SiUnit("rad/s", 1)),
            Map.entry("deg/s", new SiUnit("rad/s", Math.PI / 180)),
            Map.entry("rpm", new SiUnit("rad/s", Math.PI / 30)),
            Map.entry("rad/s^2", new SiUnit("rad/s^2", 1)),
            Map.entry("m", new SiUnit("m", 1)),
            Map.entry("cm", new SiUnit("m", 0.01)),
            Map.entry("mm", new SiUnit("m", 0.001)),
            Map.entry("m/s", new SiUnit("m/s", 1)),
            Map.entry("m/s^2", new SiUnit("m/s^2", 1)),
            Map.entry("N", new SiUnit("N", 1)),
            Map.entry("N m", new SiUnit("N m", 1)),
            Map.entry("V", new SiUnit("V", 1)),
            Map.entry("A", new SiUnit("A", 1)),
            Map.entry("W", new SiUnit("W", 1)),
            Map.entry("Pa", new SiUnit("Pa", 1)),
            Map.entry("K", new SiUnit("K", 1)),
            Map.entry("kg", new SiUnit("kg", 1)),
            Map.entry("s", new SiUnit("s", 1)),
            Map.entry("Hz", new SiUnit("Hz", 1)));

    /** The unit of this symbol. */
    public static SiUnit of(String symbol) {
        SiUnit unit = KNOWN.get(symbol);
        if (unit == null) {
            throw new IllegalArgumentException("Invalid unit '%s': use one of %s, or '1' for a number without a unit"
                    .formatted(symbol, new TreeSet<>(KNOWN.keySet())));
        }
        return unit;
    }
}
