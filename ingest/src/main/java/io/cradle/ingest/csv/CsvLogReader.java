package io.cradle.ingest.csv;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the mapped columns of one file. An empty field is a value that was not measured; {@code nan} and {@code inf} are
 * what the logger wrote, and are left to curation; a word is an error.
 */
final class CsvLogReader {
    /** Most rows of a file: what is held at once. */
    private static final int MOST_ROWS = 5_000_000;

    private static final int MOST_LETTERS = 64;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,6})?");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)([+-]?)(nan|inf|infinity)");

    private final CsvTable table;
    private final CsvMapping mapping;
    private final int clock;
    private final List<Integer> fields;
    private final List<CsvColumn> columns;
    private final CsvLog log;

    private CsvLogReader(CsvTable table, CsvMapping mapping) {
        this.table = table;
        this.mapping = mapping;
        this.clock = table.indexOf(mapping.time().column());
        this.columns = mapping.columns();
        this.fields =
                columns.stream().map(column -> table.indexOf(column.column())).toList();
        this.log = new CsvLog(columns.size());
    }

    /** All rows of a file, at least one. */
    static CsvLog read(Path file, CsvMapping mapping) {
        try (CsvTable table = CsvTable.open(file, mapping.delimiter())) {
            CsvLogReader reader = new CsvLogReader(table, mapping);
            for (Optional<CSVRecord> row = table.next(); row.isPresent(); row = table.next()) {
                reader.add(row.get());
            }
            reader.requireRows();
            return reader.log;
        }
    }

    /** Checks that a file's header has every mapped column. */
    static void check(Path file, CsvMapping mapping) {
        try (CsvTable table = CsvTable.open(file, mapping.delimiter())) {
            table.indexOf(mapping.time().column());
            mapping.columns().forEach(column -> table.indexOf(column.column()));
        }
    }

    private void requireRows() {
        if (log.rows() == 0) {
            throw table.corrupt("it has a header, but no row; log it again");
        }
    }

    private void add(CSVRecord row) {
        if (log.rows() == MOST_ROWS) {
            throw table.corrupt("it has more than %d rows; cut it into several files".formatted(MOST_ROWS));
        }
        log.row(time(row));
        for (int column = 0; column < columns.size(); column++) {
            String text = row.get(fields.get(column));
            if (!text.isBlank()) {
                log.put(
                        column,
                        columns.get(column).si().factor()
                                * number(text, columns.get(column).column()));
            }
        }
    }

    private long time(CSVRecord row) {
        String text = row.get(clock);
        long time = stamp(text);
        if (log.rows() > 0 && time <= log.time(log.rows() - 1)) {
            throw table.corrupt(
                    "line %d, column '%s': time %s is not after that of the row before; sort the rows and remove repeated ones"
                            .formatted(table.line(), mapping.time().column(), shown(text)));
        }
        return time;
    }

    private long stamp(String text) {
        if (text.length() > MOST_LETTERS || !NUMBER.matcher(text).matches()) {
            throw notANumber(text, mapping.time().column());
        }
        try {
            return mapping.time().nanoseconds(new BigDecimal(text));
        } catch (ArithmeticException outOfRange) {
            throw table.corrupt("line %d, column '%s': time %s %s is beyond 146 years; mend 'ingest.csv.time.unit'"
                    .formatted(
                            table.line(),
                            mapping.time().column(),
                            shown(text),
                            mapping.time().unit().name().toLowerCase(Locale.ROOT)));
        }
    }

    private double number(String text, String column) {
        if (text.length() <= MOST_LETTERS && NUMBER.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        var notFinite = NOT_FINITE.matcher(text);
        if (!notFinite.matches()) {
            throw notANumber(text, column);
        }
        if (notFinite.group(2).equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        return notFinite.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    private RuntimeException notANumber(String text, String column) {
        return table.corrupt(
                "line %d, column '%s': '%s' is not a number; mend the line, or leave the field empty if nothing was measured"
                        .formatted(table.line(), column, shown(text)));
    }

    private static String shown(String text) {
        return text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) + "…" : text;
    }
}
