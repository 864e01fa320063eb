package io.cradle.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cradle.dataset.table.Commit;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableFacts;
import io.cradle.jobs.report.DatasetFacts;
import io.cradle.jobs.report.LineageStep;
import io.cradle.jobs.report.ReportInput;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tables know, in the words of the report. */
final class Report {
    private static final ObjectMapper YAML = new YAMLMapper();

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
            verdicts.put(ReportInput.KEPT, table.countKept());
            verdicts.putAll(table.countsByReason());
        });
        return verdicts;
    }

    /** How a table came to be. */
    static List<LineageStep> lineage(TableFacts facts) {
        return facts.history().stream().map(Commit::lineage).map(Report::step).toList();
    }

    /** How a selection of a table came to be. */
    static List<LineageStep> lineage(EpisodeTable table, SelectionTable selection) {
        return Stream.concat(table.history().stream().map(Commit::lineage), Stream.of(selection.lineage()))
                .map(Report::step)
                .toList();
    }

    /** From the seed to the report: table, selection, checkpoint, evaluation. */
    static List<LineageStep> lineage(
            TableFacts facts, Optional<SelectionTable> selection, Checkpoint checkpoint, Lineage evaluation) {
        List<LineageStep> steps = new ArrayList<>(lineage(facts));
        selection.map(SelectionTable::lineage).map(Report::step).ifPresent(steps::add);
        steps.add(trained(checkpoint.facts()));
        steps.add(step(evaluation));
        return steps;
    }

    private static LineageStep trained(Checkpoint.Facts facts) {
        Origin origin = facts.origin();
        List<String> parents = Stream.of(origin.table(), origin.selection())
                .filter(parent -> !parent.isEmpty())
                .toList();
        return new LineageStep(
                "cradle train",
                CodeVersion.text(),
                OptionalLong.of(Long.parseLong(facts.training().get("seed"))),
                parents,
                "%s\n%s".formatted(facts.model(), facts.training()));
    }

    static LineageStep step(Lineage lineage) {
        return new LineageStep(
                lineage.command(), lineage.code(), seed(lineage), lineage.parents(), lineage.configuration());
    }

    /** Where an episode's randomness begins; other steps have none of their own. */
    private static OptionalLong seed(Lineage lineage) {
        if (!Origins.simulated(lineage)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    YAML.readTree(lineage.configuration()).at("/rollout/seed").asLong());
        } catch (JsonProcessingException foreign) {
            return OptionalLong.empty(); // made by a program that keeps its configuration in another way
        }
    }
}
