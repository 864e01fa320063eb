package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data files, read by hyparquet under node and by numpy, with the very lines that the documents give. */
class ForeignProgramsIT {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");

    @TempDir
    Path folder;

    private EpisodeTable written(List<Episode> episodes, Layout layout) {
        EpisodeTable table =
                EpisodeTable.at(LocalSpark.session(), folder.resolve("t").toString());
        table.write(LocalSpark.parallel(episodes, 2), layout, WriteMode.CREATE, EpisodeTableTest.LINEAGE);
        return table;
    }

    @Test
    void hyparquetReadsEveryElement() throws IOException, InterruptedException {
        Program.require(
                new Program("node").isThere() && new Program("npm").isThere(),
                "Skipped: no node or no npm on the PATH; install nodejs and npm to run this test");
        List<Episode> episodes = new ArrayList<>(SyntheticEpisodes.some(71, 5));
        episodes.add(SyntheticEpisodes.one(71, 8, 300));
        EpisodeTable table = written(episodes, SyntheticEpisodes.LAYOUT);
        Path example = installed();
        String[] words =
                Stream.concat(Stream.of("read.mjs"), table.files().stream()).toArray(String[]::new);
        Program.Said said = new Program("node").run(example, words);

        assertThat(said.exitCode()).as(said.err()).isZero();
        List<String> lines = Files.readAllLines(said.out());
        assertThat(lines).hasSize(7); // the long episode has two segments
        Map<String, Episode> byId = episodes.stream().collect(Collectors.toMap(Episode::id, Function.identity()));
        for (String line : lines) {
            JsonNode segment = new ObjectMapper().readTree(line);
            assertSame(segment, byId.get(segment.path("episode").asText()));
        }
    }

    private Path installed() throws IOException, InterruptedException {
        Path example = Files.createDirectory(folder.resolve("example"));
        for (String name : List.of("package.json", "package-lock.json", "read.mjs")) {
            Files.copy(EXAMPLES.resolve(name), example.resolve(name));
        }
        Program.Said said = new Program("npm").run(example, "ci", "--no-audit", "--no-fund");
        Program.require(
                !said.err().matches("(?s).*(ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED).*"),
                "Skipped: npm cannot reach its registry; connect this machine, or fill npm's cache");
        assertThat(said.exitCode()).as(said.err()).isZero();
        return example;
    }

    private static void assertSame(JsonNode segment, Episode episode) {
        int first = segment.path("firstStep").asInt();
        for (Tensor tensor : episode.tensors()) {
            JsonNode steps = segment.path(tensor.spec().name());
            assertThat(steps.size()).isPositive();
            for (int t = 0; t < steps.size(); t++) {
                assertThat(steps.get(t)).hasSize(tensor.spec().elements());
                for (int i = 0; i < tensor.spec().elements(); i++) {
                    assertThat(number(steps.get(t).get(i))).isEqualTo(text(tensor, first + t, i));
                }
            }
        }
    }

    /** Numbers of JSON are doubles, which hold every float; it has no NaN. */
    private static String number(JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        return value.isNull() ? "NaN" : Float.toString((float) value.asDouble());
    }

    private static String text(Tensor tensor, int t, int element) {
        return tensor.spec().encoding() == Encoding.I64
                ? Long.toString(tensor.integer(t, element))
                : Float.toString(tensor.value(t, element) + 0); // JSON writes −0 as 0
    }

    @Test
    void theDocumentedLineOfNumpyGivesTheFrames() throws IOException, InterruptedException {
        Program python = new Program("python3");
        Program.require(
                python.isThere() && python.run(folder, "-c", "import numpy").exitCode() == 0,
                "Skipped: no python3 with numpy on the PATH; install python3-numpy to run this test");
        TensorSpec spec = TensorSpec.frame(Layout.FRAME, 16, 16, 10);
        byte[] pixels = new byte[40 * spec.bytes()];
        new Random(72).nextBytes(pixels);
        Episode template = SyntheticEpisodes.one(72, 0, 40);
        Tensor frames = Tensor.ofBytes(spec, pixels);
        EpisodeTable table = written(
                List.of(new Episode(template.id(), List.of(frames), template.provenance())), new Layout(List.of(spec)));
        Files.write(folder.resolve("lcd.bin"), column(table, Layout.FRAME));
        Program.Said said =
                python.run(folder, "-c", """
                import sys
                import numpy as np
                lcd, steps = open("lcd.bin", "rb").read(), 40
                %s
                assert frames.shape == (40, 16, 16), frames.shape
                sys.stdout.buffer.write(frames.astype(np.uint8).tobytes())
                """.formatted(FormatDocument.read().block("python")));

        assertThat(said.exitCode()).as(said.err()).isZero();
        byte[] read = Files.readAllBytes(said.out());
        assertThat(read).hasSize(40 * 16 * 16);
        for (int i = 0; i < read.length; i++) {
            assertThat(read[i]).isEqualTo((byte) frames.value(i / 256, i % 256));
        }
    }

    private static byte[] column(EpisodeTable table, String name) {
        return (byte[]) SegmentFile.rows(new Configuration(), table.files().get(0), List.of(name))
                .get(0)[0];
    }
}
