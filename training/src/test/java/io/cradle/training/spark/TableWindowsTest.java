package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.WriteMode;
import io.cradle.dataset.window.Stretch;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.dataset.window.WindowSampler;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWindowsTest {
    private static final ModelConfig MODEL = ModelConfig.dense(2, List.of(16));
    private static final BouncingBalls BALLS = new BouncingBalls(3, 12, 20, 8);

    @TempDir
    Path folder;

    @Test
    void workersTrainOnATableByAddress() {
        EpisodeTable table =
                EpisodeTable.at(LocalSpark.session(), folder.resolve("balls").toString());
        table.write(
                LocalSpark.context().parallelize(BALLS.recorded(), 2),
                BALLS.layout(),
                WriteMode.CREATE,
                new Lineage("test", "", "", List.of(), ""));
        WindowSampler windows = WindowSampler.uniform(Stretch.join(table.segments()), AveragingTrainer.windows(MODEL));
        TableWindows source = new TableWindows(MODEL.reads(table.layout()), 1 << 20);
        assertSameFrames(windows.at(0.5, 40), source);

        List<RoundLog> rounds = new ArrayList<>();
        TrainingSet set = new TrainingSet(
                windows, windows, source, table.layout(), new Origin(table.reference(), "", List.of("Ball"), 20), "");
        Checkpoint checkpoint = new AveragingTrainer(
                        LocalSpark.context(), MODEL, new TrainingConfig(2, 3, 10, 16, 5e-3, 1))
                .fit(set, Optional.empty(), rounds::add);
        assertThat(rounds.get(2).loss()).isLessThan(rounds.get(0).loss());
        assertThat(checkpoint.facts().origin().table()).endsWith("balls@0");
    }

    private static void assertSameFrames(WindowAddress address, TableWindows source) {
        try (WindowSource.Reader reader = source.open()) {
            Window window = reader.read(address);
            assertThat(window.require(Layout.FRAME))
                    .isEqualTo(BALLS.recorded().stream()
                            .filter(episode -> episode.id().equals(window.episode()))
                            .findFirst()
                            .orElseThrow()
                            .require(Layout.FRAME)
                            .slice(window.firstStep(), window.firstStep() + window.steps()));
        }
    }
}
