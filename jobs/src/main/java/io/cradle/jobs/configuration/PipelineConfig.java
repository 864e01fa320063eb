package io.cradle.jobs.configuration;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * Section {@code pipeline} of the configuration: what {@code cradle build} keeps up to date.
 *
 * @param parts that go into one table, made in this order; none by default. No name stands twice
 */
public record PipelineConfig(List<PartConfig> parts) implements Serializable {
    public PipelineConfig {
        parts = List.copyOf(parts);
        List<String> names = parts.stream().map(PartConfig::name).toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(
                    "Invalid pipeline.parts=%s: a name stands twice; give each part its own".formatted(names));
        }
    }
}
