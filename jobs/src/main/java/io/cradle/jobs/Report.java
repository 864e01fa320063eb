package io.cradle.jobs;

import io.cradle.dataset.table.Commit;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableFacts;
import io.cradle.jobs.report.DatasetFacts;
import io.cradle.jobs.report.LineageStep;
import io.cradle.jobs.report.ReportInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What tables know, in the words of the report. */
final class Report {
    private Report() {}

    static DatasetFacts facts(TableFacts facts) {
        Map<String, Long> splits = new LinkedHashMap<>();
        new TreeMap<>(facts.splits()).forEach((split, count) -> splits.put(split.toString(), count));
        return new DatasetFacts(
                facts.path(),
                facts.version(),
                facts.contentHash(),
                facts.episodes(),
                facts.steps(),
                facts.bytesPerStep(),
                splits,
                new TreeMap<>(facts.worlds()),
                new TreeMap<>(facts.policies()));
    }

    /** Names of the worlds, in order. */
    static String worlds(TableFacts facts) {
        return facts.worlds().keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    /** Episodes that stayed, and that left by reason; empty where nothing was curated. */
    static Map<String, Long> verdicts(Optional<SelectionTable> selection) {
        Map<String, Long> verdicts = new LinkedHashMap<>();
        selection.ifPresent(table -> {
            verdicts.put(ReportInput.KEPT, (long) table.kept().size());
            verdicts.putAll(table.countsByReason());
        });
        return verdicts;
    }

    /** The commits of a table, then what was done with it. */
    static List<LineageStep> origins(TableFacts facts, List<Lineage> later) {
        List<LineageStep> origins = new ArrayList<>();
        facts.history().stream().map(Commit::lineage).map(Report::origin).forEach(origins::add);
        later.stream().map(Report::origin).forEach(origins::add);
        return origins;
    }

    private static LineageStep origin(Lineage lineage) {
        return new LineageStep(
                lineage.command(), lineage.code(), OptionalLong.empty(), lineage.parents(), lineage.configuration());
    }
}
