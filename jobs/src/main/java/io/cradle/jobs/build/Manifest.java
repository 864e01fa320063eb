package io.cradle.jobs.build;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.cradle.dataset.episode.CorruptDataException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What lies in a build's directory, as the last build left it; its file {@code build.json}. The tables' own logs decide
 * what is still to do: this file names what must be there, and says to people and schedulers what is.
 *
 * @param format number of this form
 * @param parts with the episodes that each had
 * @param table version and content; {@link Table#NONE} before the first
 * @param selection version and content; {@link Selection#NONE} before the first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(int format, List<BuiltPart> parts, Table table, Selection selection) {
    /** Name of its file in the build's directory. */
    public static final String FILE = "build.json";

    /** Of a build that has not begun. */
    public static final Manifest NONE = new Manifest(List.of(), Table.NONE, Selection.NONE);

    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Manifest {
        parts = parts == null ? List.of() : List.copyOf(parts);
        table = table == null ? Table.NONE : table;
        selection = selection == null ? Selection.NONE : selection;
    }

    /** In the present form. */
    public Manifest(List<BuiltPart> parts, Table table, Selection selection) {
        this(FORMAT, parts, table, selection);
    }

    /**
     * One version of the table of episodes.
     *
     * @param version from 0; -1 if there is none
     * @param episodes how many it holds
     * @param contentHash as {@code cradle describe} prints it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Table(long version, long episodes, String contentHash) {
        /** No table yet. */
        public static final Table NONE = new Table(-1, 0, "");
    }

    /**
     * One version of the selection.
     *
     * @param version from 0; -1 if there is none
     * @param kept how many episodes stay
     * @param settings SHA-256 of the settings that it was decided by
     * @param decisions SHA-256 of what was decided on each episode
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Selection(long version, long kept, String settings, String decisions) {
        /** No selection yet. */
        public static final Selection NONE = new Selection(-1, 0, "", "");
    }

    /** As JSON for people. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * What a file says.
     *
     * @param path of the file, for messages
     * @throws CorruptDataException if it is none, or of a newer form
     */
    public static Manifest ofJson(String path, String json) {
        try {
            Manifest manifest = JSON.readerFor(Manifest.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(json);
            if (manifest == null) {
                throw notOurs(path, null);
            }
            if (manifest.format != FORMAT) {
                throw new CorruptDataException(
                        path,
                        "it is of format %d, this program knows %d; build with the program that wrote it"
                                .formatted(manifest.format, FORMAT));
            }
            return manifest;
        } catch (JsonProcessingException broken) {
            throw notOurs(path, broken);
        }
    }

    private static CorruptDataException notOurs(String path, JsonProcessingException cause) {
        return new CorruptDataException(
                path, "it is no manifest of a build; remove it, and the next build writes it from the tables", cause);
    }
}
