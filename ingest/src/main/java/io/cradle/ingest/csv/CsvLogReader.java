package io.cradle.ingest.csv;

import com.fasterxml.jackson.core.io.NumberInput;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.cradle.dataset.episode.CorruptDataException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the mapped columns of one file. An empty field is a value that was not measured; {@code nan} and {@code inf} are
 * what the logger wrote, and are left to curation; a word is an error.
 */
final class CsvLogReader {
    /** Most rows of a file: what is held at once. */
    private static final int MOST_ROWS = 5_000_000;

    /** Rows by which a log's pace is known. */
    private static final int HEAD = 100;

    private static final int MOST_LETTERS = 64;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,6})?");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)([+-]?)(nan|inf|infinity)");

    private final CsvTable table;
    private final CsvMapping mapping;
    private final int clock;
    private final int[] fields;
    private final List<CsvColumn> columns;
    /** What each column's numbers are multiplied by, to SI. */
    private final double[] factors;

    private final CsvLog log;

    private CsvLogReader(CsvTable table, CsvMapping mapping) {
        this.table = table;
        this.mapping = mapping;
        this.clock = table.indexOf(mapping.time().column());
        this.columns = mapping.columns();
        this.factors =
                columns.stream().mapToDouble(column -> column.si().factor()).toArray();
        this.fields = columns.stream()
                .mapToInt(column -> table.indexOf(column.column()))
                .toArray();
        this.log = new CsvLog(columns.size());
    }

    /** All rows of a file, at least one. */
    static CsvLog read(Path file, CsvMapping mapping) {
        try (CsvTable table = CsvTable.open(file, mapping.delimiter())) {
            CsvLogReader reader = new CsvLogReader(table, mapping);
            for (Optional<CsvRecord> row = table.next(); row.isPresent(); row = table.next()) {
                reader.add(row.get());
            }
            reader.requireRows();
            return reader.log;
        }
    }

    /** The first rows of a file, none where they cannot be read: what is wrong with it is told when all of it is. */
    static CsvLog head(Path file, CsvMapping mapping) {
        try (CsvTable table = CsvTable.open(file, mapping.delimiter())) {
            CsvLogReader reader = new CsvLogReader(table, mapping);
            for (int row = 0; row < HEAD; row++) {
                table.next().ifPresent(reader::add);
            }
            return reader.log;
        } catch (CorruptDataException told) {
            return new CsvLog(mapping.columns().size());
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

    private void add(CsvRecord row) {
        if (log.rows() == MOST_ROWS) {
            throw table.corrupt("it has more than %d rows; cut it into several files".formatted(MOST_ROWS));
        }
        log.row(time(row));
        for (int column = 0; column < columns.size(); column++) {
            String text = row.getField(fields[column]);
            if (!text.isBlank()) {
                log.put(column, number(text, column));
            }
        }
    }

    private long time(CsvRecord row) {
        String text = row.getField(clock);
        long time = stamp(text);
        if (log.rows() > 0 && time <= log.time(log.rows() - 1)) {
            throw table.corrupt(
                    "line %d, column '%s': time %s is not after that of the row before; sort the rows and remove repeated ones, or cut the file there if another recording begins"
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

    private double number(String text, int column) {
        if (text.length() <= MOST_LETTERS && isOfDigits(text)) {
            return finite(text, column);
        }
        var notFinite = NOT_FINITE.matcher(text);
        if (!notFinite.matches()) {
            throw notANumber(text, columns.get(column).column());
        }
        if (notFinite.group(2).equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        return notFinite.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** In SI; what a table would hold as an infinity is refused, for nobody logged one. */
    private double finite(String text, int column) {
        try {
            double value = factors[column]
                    * NumberInput.parseDouble(text, true); // the JDK's own took three quarters of the time
            if (Math.abs(value) > Float.MAX_VALUE) {
                throw table.corrupt(
                        "line %d, column '%s': '%s' is beyond %s in SI, the largest number that is stored; mend the line, or leave the field empty if nothing was measured"
                                .formatted(table.line(), columns.get(column).column(), shown(text), Float.MAX_VALUE));
            }
            return value;
        } catch (NumberFormatException none) {
            throw notANumber(text, columns.get(column).column());
        }
    }

    /** Of such letters alone a parser takes what people call a number; patterns were a third of the time. */
    private static boolean isOfDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean digit = letter >= '0' && letter <= '9';
            if (!digit && letter != '.' && letter != '-' && letter != '+' && letter != 'e' && letter != 'E') {
                return false;
            }
        }
        return true;
    }

    private RuntimeException notANumber(String text, String column) {
        return table.corrupt("line %d, column '%s': '%s' is not a number; %s"
                .formatted(
                        table.line(),
                        column,
                        shown(text),
                        text.indexOf('"') < 0
                                ? "mend the line, or leave the field empty if nothing was measured"
                                : "remove the quotes, or the spaces between them and the separators"));
    }

    private static String shown(String text) {
        return Shown.text(text, MOST_LETTERS);
    }
}
