package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.table.Commit;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionFacts;
import io.cradle.dataset.table.TableFacts;
import io.cradle.dataset.table.WeightFacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static final Commit COMMIT = new Commit(
            3,
            "2026-11-25T18:05:11.972Z",
            "WRITE Append",
            new TreeMap<>(Map.of("filesAdded", 4L, "rowsAdded", 60L)),
            new Lineage("cradle generate", "a41bd22184a1ff", "cradle 0.1.0", List.of("/t@2"), "rollout: {}"));

    private static TableFacts table() {
        List<Channel> channels = IntStream.range(0, 9)
                .mapToObj(i -> new Channel("c" + i, "rad", -3, 3))
                .toList();
        TensorSpec proprio = TensorSpec.vector("proprio", channels, Scaling.SIGNED_UNIT, -1, 1, 10);
        return new TableFacts(
                "/data/urchin",
                3,
                "f00d",
                8,
                1,
                400,
                4,
                78.25,
                new TreeMap<>(Map.of("lcd", 10.125, "proprio", 58.5)),
                new TreeMap<>(Map.of(Split.TRAIN, 6L, Split.TEST, 2L)),
                new TreeMap<>(Map.of("Urchin", 6L, "Crab", 2L)),
                new TreeMap<>(Map.of("uniform", 8L)),
                new TreeMap<>(Map.of("rollout", 8L)),
                new Layout(List.of(TensorSpec.frame("lcd", 16, 32, 0), proprio)),
                List.of(COMMIT));
    }

    @Test
    void aTableIsDescribedInFull() {
        assertThat(Description.of(table())).isEqualTo("""
                        table         /data/urchin@3
                        contentHash   f00d
                        episodes      8 (1 further copies)
                        steps         400
                        bytesPerStep  78.3 in 4 files
                        splits        TRAIN 6 (75.0 %), TEST 2 (25.0 %)
                        worlds        Crab 2 (25.0 %), Urchin 6 (75.0 %)
                        policies      uniform 8 (100.0 %)
                        sources       rollout 8 (100.0 %)
                        tensor        lcd BITS [16, 32], uneven Hz, as measured, stored in [0.0, 1.0], 64 bytes a step, 10.1 on disk
                        tensor        proprio F32 [9], 10.0 Hz, scaled SIGNED_UNIT, stored in [-1.0, 1.0], 36 bytes a step, 58.5 on disk; 9 channels: c0 rad, c1 rad, c2 rad, c3 rad, c4 rad, c5 rad, and 3 more
                        version 3     2026-11-25T18:05:11.972Z WRITE Append {filesAdded=4, rowsAdded=60}, cradle generate, cradle 0.1.0, configuration a41bd22184a1, parents [/t@2]""");
    }

    @Test
    void jsonHasSharesAndEveryChannel() {
        String json = Output.json(table());

        assertThat(json)
                .contains("\"bytesPerStep\" : 78.25", "\"episodes\" : 8", "\"steps\" : 400", "\"contentHash\"")
                .contains("\"worldShares\"", "\"Urchin\" : 0.75", "\"splitShares\"", "\"policyShares\"")
                .contains("\"tensorBytesPerStep\"", "\"lcd\" : 10.125", "\"name\" : \"c8\"", "\"unit\" : \"rad\"")
                .contains("\"time\" : \"2026-11-25T18:05:11.972Z\"", "\"rowsAdded\" : 60", "rollout: {}");
    }

    @Test
    void aSelectionIsDescribedByItsDecisions() {
        SelectionFacts facts = new SelectionFacts(
                "/data/kept",
                0,
                "/data/urchin@3",
                "Scoring[]",
                8,
                6,
                new TreeMap<>(Map.of("frozen", 2L)),
                new TreeMap<>(Map.of(Split.TRAIN, new SelectionFacts.Part(6, 4, 4.5))),
                new TreeMap<>(Map.of("world=Urchin", new SelectionFacts.Part(8, 6, 6))),
                new WeightFacts(4, 4.5, 5.25, 0.5, 1.5),
                List.of(COMMIT));

        assertThat(Description.of(facts))
                .contains("selection     /data/kept@0", "parent        /data/urchin@3", "8, of which 6 stay")
                .contains("reasons       frozen 2 (25.0 %)", "split         TRAIN: 4 of 6 stay, weights 4.500 in all")
                .contains("stratum       world=Urchin: 6 of 8 stay")
                .contains("of 4 TRAIN episodes from 0.5000 to 1.500, which say as much as 3.9 of equal weight");
        assertThat(Output.json(facts)).contains("\"effectiveEpisodes\" : 3.857", "\"frozen\" : 2", "\"weight\" : 4.5");
    }
}
