package io.cradle.ingest;

import io.cradle.ingest.csv.CsvMapping;
import java.io.Serializable;

/**
 * Section {@code ingest} of the configuration: what the files of a source do not say of themselves.
 *
 * @param world name of the world or robot; blank for the one that the path tells
 * @param csv how CSV is read; {@link CsvMapping#NONE} where no CSV is read
 */
public record IngestConfig(String world, CsvMapping csv) implements Serializable {
    /** Says nothing. */
    public static final IngestConfig NONE = new IngestConfig("", CsvMapping.NONE);

    public IngestConfig {
        world = world.strip();
    }
}
