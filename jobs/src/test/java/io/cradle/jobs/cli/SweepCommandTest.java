package io.cradle.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.jobs.Jobs.SweepArguments;
import io.cradle.jobs.sweep.Range;
import io.cradle.jobs.sweep.SweepPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code cradle sweep} makes of its words. */
class SweepCommandTest {
    @TempDir
    Path directory;

    private final Typing typing = new Typing();
    private Path table;

    @BeforeEach
    void aTable() throws IOException {
        table = Typing.table(directory);
    }

    @Test
    void thePlanReachesTheJob() {
        Object[] words = {
            "sweep",
            table,
            "--selection",
            table,
            "--out",
            directory.resolve("s"),
            "--at-once",
            3,
            "--grid",
            "model.hidden=[[8], [16, 16]]",
            "--random",
            "train.learningRate={from: 0.001, to: 0.1, log: true}",
            "--draws",
            4,
            "--draw-seed",
            9,
            "--rungs",
            "0.25,0.5",
            "--keep",
            0.3
        };
        assertThat(typing.type(words)).as(typing.err.toString()).isZero();
        SweepPlan plan = new SweepPlan(
                new TreeMap<>(Map.of("model.hidden", List.of("[8]", "[16,16]"))),
                new TreeMap<>(Map.of("train.learningRate", new Range(0.001, 0.1, true, false))),
                4,
                9,
                List.of(0.25, 0.5),
                0.3);
        assertThat(typing.asked.get(1))
                .isEqualTo(new SweepArguments(
                        table.toString(),
                        Optional.of(table.toString()),
                        directory.resolve("s").toString(),
                        plan,
                        3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--grid train.lr=[1]                                 | train.lr: unknown key",
                "--grid train.workers=[1,0]                          | train.workers: 0 is rejected",
                "--grid train.seed=3                                 | Invalid --grid 'train.seed=3': is no list",
                "--grid train.seed=[1] --rungs 2                     | rungs=[2.0]",
                "--grid train.seed=[1] --at-once 0                   | Invalid --at-once=0",
                "--grid train.seed=[1] --set train.watch.rounds=0    | Cannot sweep with train.watch.rounds=0",
            })
    void aPlanThatCannotBeIsUsage(String words, String message) {
        String all = "sweep %s --out %s %s".formatted(table, directory.resolve("s"), words);
        assertThat(typing.refused(2, (Object[]) all.split(" "))).contains(message);
    }
}
