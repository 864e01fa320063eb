package io.cradle.ingest.source;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * One file of a source.
 *
 * @param file its absolute path
 * @param bytes its size
 */
public record Recording(String file, long bytes) implements Serializable {
    /** The file. */
    public Path path() {
        return Path.of(file);
    }
}
