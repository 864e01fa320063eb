package io.cradle.ingest.parquet;

/**
 * A column of a file.
 *
 * @param name as it stands at the top of the schema, such as {@code observation.state}
 * @param kind what its values are
 * @param stored how the file declares it, for people
 */
public record ParquetColumn(String name, Kind kind, String stored) {
    /** What values are. */
    public enum Kind {
        /** Whole numbers of up to 64 bits, signed; also dates and stamps, as they are stored. */
        INTEGER,
        /** Numbers in binary32 or binary64. */
        REAL,
        /** Yes or no, read as 1 or 0. */
        BOOLEAN,
        /** Text in UTF-8. */
        TEXT,
        /** Lists of any of the numbers. */
        NUMBERS,
        /** Lists of texts. */
        TEXTS,
        /** Bytes, alone or as the member {@code bytes} of a structure, as Hugging Face's datasets keep pictures. */
        BYTES,
        /** Anything else, such as nested lists and structures: such a column can't be read. */
        OTHER;

        /** Whether each value is one number. */
        public boolean isNumber() {
            return this == INTEGER || this == REAL || this == BOOLEAN;
        }

        /** Whether each value is a number or a list of them. */
        public boolean isNumeric() {
            return isNumber() || this == NUMBERS;
        }
    }
}
