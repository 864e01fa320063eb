package io.cradle.jobs.configuration;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Section {@code spark} of the configuration.
 *
 * @param master where tasks run: {@code local[2]}, {@code spark://host:7077}, {@code yarn}, ...
 * @param appName name that Spark shows
 * @param local Spark settings that hold only where the master is local, such as binding the driver to loopback
 * @param extra Spark settings that always hold
 */
public record SparkConfig(String master, String appName, Map<String, String> local, Map<String, String> extra)
        implements Serializable {
    public SparkConfig {
        local = checked("spark.local", local);
        extra = checked("spark.extra", extra);
        if (master.isBlank()) {
            throw new IllegalArgumentException(
                    "Invalid spark.master='%s': name one, such as 'local[2]'".formatted(master));
        }
    }

    private static Map<String, String> checked(String section, Map<String, String> settings) {
        settings.keySet().stream()
                .filter(name -> !name.startsWith("spark."))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "Invalid %s=%s: names of Spark's settings start with 'spark.'".formatted(section, name));
                });
        return Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** Whether tasks run in this process. */
    public boolean runsHere() {
        return master.startsWith("local");
    }

    /** Every setting that holds under this master, by name; {@code extra} wins over {@code local}. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        if (runsHere()) {
            settings.putAll(local);
        }
        settings.putAll(extra);
        return settings;
    }
}
