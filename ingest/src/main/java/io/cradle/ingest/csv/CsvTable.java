package io.cradle.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifiers;
import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** An open CSV file: its header, and then its records, each as long as the header. */
final class CsvTable implements AutoCloseable {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Path path;
    private final BoundedReader reader;
    private final CsvReader<CsvRecord> parser;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private long line;

    private CsvTable(Path path, BoundedReader reader, CsvReader<CsvRecord> parser) {
        this.path = path;
        this.reader = reader;
        this.parser = parser;
        this.records = parser.iterator();
        this.header = header();
    }

    /** Opens a file in UTF-8 and reads its header. */
    static CsvTable open(Path path, String delimiter) {
        try {
            BoundedReader reader = new BoundedReader(Files.newBufferedReader(path, StandardCharsets.UTF_8));
            return open(path, reader, delimiter);
        } catch (IOException unreadable) {
            throw new CorruptDataException(
                    path.toString(), "%s; check that you may read it".formatted(unreadable), unreadable);
        }
    }

    private static CsvTable open(Path path, BoundedReader reader, String delimiter) throws IOException {
        boolean opened = false;
        try {
            CsvReader<CsvRecord> parser = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .skipEmptyLines(true)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .build(CsvRecordHandler.of(record -> record.fieldModifier(FieldModifiers.STRIP)), reader);
            CsvTable table = new CsvTable(path, reader, parser);
            opened = true;
            return table;
        } finally {
            if (!opened) {
                reader.close();
            }
        }
    }

    /** Names of the columns. */
    List<String> columns() {
        return header;
    }

    /** Where the column of this name stands, which must be once. */
    int indexOf(String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw corrupt(
                    "it has no column '%s': it has %s%s; mend 'ingest.csv%s' in the configuration, or the file's first line, which is to name its columns"
                            .formatted(
                                    column,
                                    shownHeader(),
                                    Spelling.nearest(column, header)
                                            .map(", did you mean '%s'?"::formatted)
                                            .orElse(""),
                                    header.size() == 1 ? ".delimiter" : ""));
        }
        if (header.lastIndexOf(column) != index) {
            throw corrupt("column '%s' stands twice in its header %s; rename one".formatted(column, shownHeader()));
        }
        return index;
    }

    private String shownHeader() {
        return Shown.text(header.toString());
    }

    /** The next record, or empty at the end. */
    Optional<CsvRecord> next() {
        Optional<CsvRecord> next = record();
        if (next.isPresent() && next.get().getFieldCount() != header.size()) {
            throw corrupt(
                    "line %d has %d fields, the header %d; the line was cut short or has a stray delimiter: mend or remove it"
                            .formatted(line(), next.get().getFieldCount(), header.size()));
        }
        return next;
    }

    /** Number of the line that the last record began on, from 1. */
    long line() {
        return line;
    }

    CorruptDataException corrupt(String problem) {
        return new CorruptDataException(path.toString(), problem);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException broken) {
            throw new CorruptDataException(path.toString(), "it cannot be closed: " + broken.getMessage(), broken);
        }
    }

    private Optional<CsvRecord> record() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord next = records.next();
            reader.recordEnds();
            line = next.getStartingLineNumber();
            return Optional.of(next);
        } catch (UncheckedIOException | CsvParseException broken) {
            throw new CorruptDataException(path.toString(), problem(broken), broken);
        }
    }

    private String problem(Throwable broken) {
        return strayByte(broken)
                .map(StrayByte::problem)
                .orElseGet(() -> "near line %d: %s; mend that line, a quote must be closed and touch the separators"
                        .formatted(line + 1, reason(broken)));
    }

    private Optional<StrayByte> strayByte(Throwable broken) {
        try {
            return broken.getCause() instanceof CharacterCodingException ? StrayByte.in(path) : Optional.empty();
        } catch (IOException unreadable) {
            broken.addSuppressed(unreadable);
            return Optional.empty();
        }
    }

    private static String reason(Throwable broken) {
        return broken.getCause() == null ? broken.getMessage() : reason(broken.getCause());
    }

    private List<String> header() {
        List<String> names = new ArrayList<>(record().map(CsvRecord::getFields).orElse(List.of("")));
        names.set(0, names.get(0).replace(BYTE_ORDER_MARK, "").strip());
        if (names.equals(List.of(""))) {
            throw corrupt("it is empty; log it again, with a first line that names the columns");
        }
        return List.copyOf(names);
    }
}
