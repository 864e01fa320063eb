package io.cradle.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.training.model.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/tutorial.md and docs/ingest show as configuration is one. */
class IngestDocumentsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    static List<Path> documents() throws IOException {
        try (Stream<Path> pages = Files.list(DOCS.resolve("ingest"))) {
            List<Path> documents = new ArrayList<>(pages.sorted().toList());
            documents.add(DOCS.resolve("tutorial.md"));
            return documents;
        }
    }

    private static List<String> examples(Path document) throws IOException {
        return EXAMPLE.matcher(Files.readString(document))
                .results()
                .map(example -> example.group(1))
                .toList();
    }

    private CradleConfig bound(String example) throws IOException {
        Path file = Files.writeString(directory.resolve("example.yaml"), example);
        return new ConfigurationLayers(new ConfDirectory(Path.of("..", "conf")))
                .file(file.toString())
                .load()
                .values();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyExampleIsAConfiguration(Path document) throws IOException {
        List<String> examples = examples(document);
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertThat(bound(example)).isNotEqualTo(bound(""));
        }
    }

    @Test
    void theTutorialIsDoneWithFifteenLines() throws IOException {
        String tutorial = examples(DOCS.resolve("tutorial.md")).get(0);
        assertThat(tutorial.lines().filter(line -> !line.startsWith("#"))).hasSizeLessThanOrEqualTo(15);
        CradleConfig values = bound(tutorial);
        assertThat(values.model().kind()).isEqualTo(ModelKind.STEP);
        assertThat(values.ingest().source()).isEqualTo("videos");
    }

    @Test
    void aKeyThatIsNotThereWouldBeNoticed() throws IOException {
        String tutorial = examples(DOCS.resolve("tutorial.md")).get(0).replace("episodeSteps", "episodeStep");
        assertThatThrownBy(() -> bound(tutorial)).hasMessageContaining("ingest.episodeStep");
    }
}
