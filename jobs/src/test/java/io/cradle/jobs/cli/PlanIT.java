package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planning in the true simulator, from the command line to the file. */
class PlanIT {
    @TempDir
    Path directory;

    private JsonNode planned(String name, int partitions) throws IOException {
        List<Object> words = new ArrayList<>(List.of("plan", "--world", "luxo", "--episodes", 4, "--seed", 3));
        words.addAll(List.of("--set", "plan.partitions=" + partitions, "--set", "plan.search.candidates=16"));
        words.addAll(List.of("--set", "plan.search.iterations=2", "--out", directory.resolve(name)));
        assertThat(succeed(words.toArray())).contains("planner", "CEM ", "MPPI ", "RANDOM ", "Results: ");
        assertThat(directory.resolve(name).resolve("run.yaml")).isNotEmptyFile();
        return Terminal.json(Files.readString(directory.resolve(name).resolve("planning.json")));
    }

    @Test
    void plannersReachGoalsInTheTrueSimulatorHoweverTheWorkIsShared() throws IOException {
        JsonNode one = planned("one", 1);
        JsonNode other = planned("other", 3);
        assertThat(one.get("world").asText()).isEqualTo("Luxo");
        for (int i = 0; i < 3; i++) {
            JsonNode result = one.get("results").get(i);
            for (String key : List.of("planner", "world", "success", "end", "real", "promised", "kept", "gap")) {
                assertThat(result.get(key))
                        .as(key)
                        .isEqualTo(other.get("results").get(i).get(key));
            }
            assertThat(result.get("gap").get("high").asDouble())
                    .as("a snapshot goes on bit for bit")
                    .isZero();
        }
        double random = one.get("results").get(0).get("success").get("mean").asDouble();
        assertThat(one.get("results").get(1).get("success").get("mean").asDouble())
                .isGreaterThan(random);
    }

    @Test
    void aLearnedSimulatorIsPromptedWithWhatWasSeen() throws IOException {
        Path table = directory.resolve("table");
        succeed("generate", "--world", "Luxo", "--episodes", 20, "--out", table);
        Path feeling = trained(table);
        Path out = directory.resolve("out");
        assertThat(succeed(dreaming(feeling, out))).contains("Attempts (2) are too few for a claim");
        JsonNode results =
                Terminal.json(Files.readString(out.resolve("planning.json"))).get("results");
        assertThat(results).hasSize(1);
        assertThat(results.get(0).get("world").asText()).isEqualTo(feeling.toString());
        assertThat(results.get(0).get("gap").get("mean").asDouble())
                .as("one step of training is not enough")
                .isNotZero();
    }

    private Path trained(Path table) {
        Path out = directory.resolve("model");
        List<Object> words = new ArrayList<>(List.of("train", table, "--out", out));
        for (String setting : List.of(
                "model.kind=STEP", "model.hidden=[8]", "train.rounds=1", "train.localSteps=1", "train.workers=1")) {
            words.addAll(List.of("--set", setting));
        }
        succeed(words.toArray());
        return out;
    }

    private static Object[] dreaming(Path checkpoint, Path out) {
        List<Object> words = new ArrayList<>(List.of("plan", checkpoint, "--world", "Luxo", "--episodes", 2));
        for (String setting : List.of(
                "plan.truth=false",
                "plan.planners=[CEM]",
                "plan.steps=6",
                "plan.samples=2",
                "dream.draw=SAMPLE",
                "plan.search.candidates=6")) {
            words.addAll(List.of("--set", setting));
        }
        words.addAll(List.of("--out", out));
        return words.toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--world Bounce | 1 | Cannot plan in true simulator of 'Bounce': 'proprio' has no channel NAME:x:p or NAME:y:p",
                "--world Luxo --set plan.goal=CUBE | 2 | plan.goal: unknown value 'CUBE'",
                "--world Luxo --set plan.planners=[SAC] | 2 | unknown value 'SAC'",
                "--world Luxo --set plan.planners=[] | 2 | plan.planners",
                "--world Luxo --set plan.replan=11 | 2 | replan must be from 1 to the horizon",
                "--world Luxo --set plan.search.elites=33 | 2 | elites",
                "--world Luxo --set plan.samples=2 | 1 | Cannot average plan.samples=2 dreams",
                "--world Lux | 2 | did you mean 'luxo'?",
                "--world Luxo --set plan.truth=false | 1 | no checkpoint to plan in; give one",
                "--world Luxo --set plan.search.candidates=100000000 | 2 | 100000000 is rejected: must be 2 to 16384, each a world of its own",
                "--world Luxo --set plan.samples=1000 --set dream.draw=SAMPLE | 2 | must be at least 1, and at most 512 with 32 plan.search.candidates",
                "--world Luxo --set plan.truth=false --set plan.planners=[CEM] | 1 | no checkpoint to plan in; give one",
                "--world learned:nowhere | 2 | success is measured in a simulated world",
                "nowhere --world Luxo | 1 | Cannot read checkpoint 'nowhere': there is nothing at"
            })
    void badInputIsRefusedBeforeSparkStarts(String words, int exitCode, String says) {
        List<Object> typed = new ArrayList<>(List.of("plan", "--out", directory.resolve("out")));
        typed.addAll(List.of(words.split(" ")));
        assertThat(Terminal.fail(exitCode, typed.toArray())).contains(says);
        assertThat(directory.resolve("out")).doesNotExist();
    }
}
