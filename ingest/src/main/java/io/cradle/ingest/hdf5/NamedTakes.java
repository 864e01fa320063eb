package io.cradle.ingest.hdf5;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeReader;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads takes that are groups named by a word and a number, in order of number; those that cannot be read are left out. */
final class NamedTakes implements TakeReader {
    private final Hdf5File file;
    private final Findings findings;
    private final Iterator<String> names;
    private final Reading reading;

    /**
     * Reads nothing yet.
     *
     * @param names of the takes
     */
    NamedTakes(Hdf5File file, Findings findings, List<String> names, Reading reading) {
        this.file = file;
        this.findings = findings;
        this.names = names.iterator();
        this.reading = reading;
    }

    /** Those of a group's names that are {@code word} and a number, in order of number. */
    static List<String> of(Branch branch, String word) {
        Pattern numbered = Pattern.compile(word + "[0-9]{1,18}");
        return branch.names().stream()
                .filter(name -> numbered.matcher(name).matches())
                .sorted(Comparator.comparingLong(NamedTakes::number).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The number at the end of a name. */
    static long number(String name) {
        return Long.parseLong(name.replaceFirst("^.*?([0-9]+)$", "$1"));
    }

    @Override
    public Optional<Take> next() {
        while (names.hasNext()) {
            String name = names.next();
            try {
                return Optional.of(reading.take(name));
            } catch (Refusal refused) {
                findings.add(refused.finding(file.path(), name));
            } catch (IllegalArgumentException invalid) {
                findings.add(Finding.refused(
                        file.path().toString(), name, "unreadable", invalid.getMessage() + "; collect it again"));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        file.close();
    }

    /** Reads one take. */
    @FunctionalInterface
    interface Reading {
        /**
         * The take of a name.
         *
         * @throws Refusal if it cannot be read
         */
        Take take(String name);
    }
}
