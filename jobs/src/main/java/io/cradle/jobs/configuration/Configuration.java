package io.cradle.jobs.configuration;

import io.cradle.dataset.spec.Digests;

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

    /** SHA-256 of {@link #resolvedYaml()}, 64 hex digits. */
    public String digest() {
        return Digests.sha256(resolvedYaml());
    }
}
