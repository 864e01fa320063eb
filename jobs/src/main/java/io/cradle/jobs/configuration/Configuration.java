package io.cradle.jobs.configuration;

import io.cradle.dataset.spec.Digests;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is told, checked and whole.
 *
 * @param values the sections
 */
public record Configuration(CradleConfig values) {
    /** Name of the file beside an output that holds {@link #resolvedYaml()}. */
    public static final String FILE = "run.yaml";

    /**
     * Every key with its value, in the order of the records. {@code cradle run --conf run.yaml} repeats the run.
     */
    public String resolvedYaml() {
        return YamlText.write(values);
    }

    /**
     * This configuration with another one laid over it.
     *
     * @param origin what to name in messages
     * @param yaml any keys with their values, such as a {@link #resolvedYaml()}
     * @throws IllegalArgumentException if it is none
     */
    public Configuration under(String origin, String yaml) {
        LayeredTree tree = LayeredTree.of("configuration", YamlText.map(resolvedYaml()));
        tree.add(origin, YamlText.map(yaml));
        Problems problems = new Problems();
        Optional<CradleConfig> bound = new RecordBinder(tree, problems).bind(CradleConfig.class, Optional.of(values));
        problems.throwIfAny();
        return new Configuration(bound.orElseThrow());
    }

    /**
     * This configuration with single settings laid over it.
     *
     * @param settings dotted keys and values as YAML
     * @throws IllegalArgumentException if a key is unknown or a value is rejected
     */
    public Configuration with(Map<String, String> settings) {
        LayeredTree tree = LayeredTree.of("configuration", YamlText.map(resolvedYaml()));
        settings.forEach((key, value) -> tree.add("sweep", ConfigurationLayers.nested(key, YamlText.value(value))));
        Problems problems = new Problems();
        Optional<CradleConfig> bound = new RecordBinder(tree, problems).bind(CradleConfig.class, Optional.of(values));
        problems.throwIfAny();
        return new Configuration(bound.orElseThrow());
    }

    /** SHA-256 of {@link #resolvedYaml()}, 64 hex digits. */
    public String digest() {
        return Digests.sha256(resolvedYaml());
    }
}
