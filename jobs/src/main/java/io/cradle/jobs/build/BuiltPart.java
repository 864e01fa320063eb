package io.cradle.jobs.build;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.cradle.dataset.spec.Digests;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A part of a pipeline, as far as its data goes.
 *
 * @param name of the part
 * @param episodes how many there are, or are to be: always the first ones of its plan
 * @param generation all that its episodes are functions of, by name: world, policy, seed, generator, tensors
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BuiltPart(String name, long episodes, SortedMap<String, String> generation) {
    public BuiltPart {
        generation = Collections.unmodifiableSortedMap(new TreeMap<>(generation));
        if (episodes < 0) {
            throw new IllegalArgumentException(
                    "Invalid episodes=%d of part '%s': must be at least 0".formatted(episodes, name));
        }
    }

    /** SHA-256 of what its episodes are functions of, 64 hex digits. */
    @JsonProperty
    public String digest() {
        return Digests.sha256(generation.toString());
    }

    /** By whom its commits are known in the log of the table: the same as long as it makes the same episodes. */
    public String writer() {
        return "cradle build %s %s".formatted(name, digest());
    }

    /** The same part with another number of episodes. */
    public BuiltPart with(long count) {
        return new BuiltPart(name, count, generation);
    }
}
