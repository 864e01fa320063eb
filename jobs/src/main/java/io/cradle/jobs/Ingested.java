package io.cradle.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.util.CollectionAccumulator;

/**
 * What was found out while recordings were read; {@code ingest.json}.
 *
 * @param refused by reason, how many takes or recordings were left out
 * @param noticed by reason, how many takes it holds of
 * @param findings all of them, each once, in order of file and place
 */
record Ingested(Map<String, Long> refused, Map<String, Long> noticed, List<Finding> findings) {
    private static final int SHOWN = 5;
    private static final int LONGEST = 460;
    private static final int END = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    Ingested {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        noticed = Collections.unmodifiableSortedMap(new TreeMap<>(noticed));
        findings = List.copyOf(findings);
    }

    /** That nothing was found. */
    static final Ingested NOTHING = new Ingested(Map.of(), Map.of(), List.of());

    /**
     * What a run before this one wrote.
     *
     * @throws CorruptDataException if it is something else
     */
    static Ingested read(Path file) {
        if (!Files.exists(file)) {
            return NOTHING;
        }
        try {
            return JSON.readValue(file.toFile(), Ingested.class);
        } catch (IOException broken) {
            throw new CorruptDataException(
                    file.toString(), "it tells of no findings (%s); remove it to go on".formatted(broken), broken);
        }
    }

    /** Together with what was told since. Tasks that ran again have told the same again. */
    Ingested and(List<CollectionAccumulator<Finding>> told) {
        List<Finding> findings = Stream.concat(
                        this.findings.stream(),
                        told.stream().map(CollectionAccumulator::value).flatMap(Collection::stream))
                .distinct()
                .sorted((one, other) -> one.text().compareTo(other.text()))
                .toList();
        return new Ingested(counted(findings, Kind.REFUSED), counted(findings, Kind.NOTICED), findings);
    }

    private static Map<String, Long> counted(List<Finding> findings, Kind kind) {
        return findings.stream()
                .filter(finding -> finding.kind() == kind)
                .collect(Collectors.groupingBy(Finding::reason, Collectors.counting()));
    }

    /** The first that kept something out. */
    Optional<Finding> first() {
        return findings.stream()
                .filter(finding -> finding.kind() == Kind.REFUSED)
                .findFirst();
    }

    /** For people: counts, and the first few of each kind. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "Left out", refused, Kind.REFUSED);
        add(lines, "Noticed", noticed, Kind.NOTICED);
        return lines;
    }

    /** What names a hundred places is for the file; what to do stands at the end. */
    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST - END) + " … " + text.substring(text.length() - END);
    }

    private void add(List<String> lines, String what, Map<String, Long> counts, Kind kind) {
        if (counts.isEmpty()) {
            return;
        }
        lines.add(what + ": "
                + counts.entrySet().stream()
                        .map(count -> "%d %s".formatted(count.getValue(), count.getKey()))
                        .collect(Collectors.joining(", "))
                + "; all of them in ingest.json");
        findings.stream()
                .filter(finding -> finding.kind() == kind)
                .limit(SHOWN)
                .forEach(finding -> lines.add("  " + shortened(finding.text())));
    }
}
