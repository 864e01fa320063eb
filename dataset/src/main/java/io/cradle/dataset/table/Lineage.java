package io.cradle.dataset.table;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * How a version of a table came to be; kept as JSON in its commit.
 *
 * @param command the command line, such as {@code cradle generate --world Bounce}
 * @param configurationDigest SHA-256 of {@code configuration}
 * @param code version of the program
 * @param parents what was read, each {@code path@version}
 * @param configuration the resolved configuration, as YAML
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Lineage(
        String command, String configurationDigest, String code, List<String> parents, String configuration)
        implements Serializable {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Lineage {
        command = command == null ? "" : command;
        configurationDigest = configurationDigest == null ? "" : configurationDigest;
        code = code == null ? "" : code;
        parents = parents == null ? List.of() : List.copyOf(parents);
        configuration = configuration == null ? "" : configuration;
    }

    /** What a commit carries as its user metadata. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The lineage that a commit carries.
     *
     * @param userMetadata what stands in the commit; null or foreign text where another program made it
     * @param operation what Delta calls the commit, which is all that is known of a foreign one
     */
    static Lineage ofCommit(String userMetadata, String operation) {
        try {
            return userMetadata == null ? foreign(operation) : JSON.readValue(userMetadata, Lineage.class);
        } catch (JsonProcessingException notOurs) {
            return foreign(operation);
        }
    }

    private static Lineage foreign(String operation) {
        return new Lineage(operation, "", "", List.of(), "");
    }
}
