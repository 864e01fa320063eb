package io.cradle.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.jobs.Jobs.Form;
import io.cradle.jobs.Jobs.InformationArguments;
import io.cradle.jobs.configuration.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InformationCommandTest {
    @TempDir
    Path directory;

    private final Typing typing = new Typing();
    private String table;

    @BeforeEach
    void aTable() throws IOException {
        Path log = Files.createDirectories(directory.resolve("table").resolve("_delta_log"));
        table = log.getParent().toString();
    }

    private int information(Object... more) {
        return typing.type(
                Stream.concat(Stream.of("information"), Stream.of(more)).toArray());
    }

    @Test
    void argumentsAndSettingsReachTheJob() {
        Path page = directory.resolve("page.html");
        assertThat(information(table, "--selection", table, "--model", directory, "--out", page, "--json"))
                .isZero();
        assertThat(typing.asked.get(1))
                .isEqualTo(new InformationArguments(
                        table,
                        Optional.of(table),
                        Optional.of(directory.toString()),
                        Optional.of(page.toString()),
                        Form.JSON));
        typing.asked.clear();
        assertThat(information(table, "--set", "information.episodes=7")).isZero();
        assertThat(typing.asked.get(1))
                .isEqualTo(new InformationArguments(
                        table, Optional.empty(), Optional.empty(), Optional.empty(), Form.TEXT));
        assertThat(((Configuration) typing.asked.get(0)).values().information().episodes())
                .isEqualTo(7);
    }

    @Test
    void helpHasExamples() {
        assertThat(information("--help")).isZero();
        assertThat(typing.out.toString()).contains("Examples:\n  cradle information", "--model", "--conf", "--set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | --out page.pdf                     | Cannot write 'page.pdf': its name must end in .html",
                "2 | --set information.episodes=0       | 0 is rejected: must be at least 1",
                "2 | --set information.levels=1         | 1 is rejected: must be from 2 to 65536",
                "1 | --model nowhere                    | Cannot read checkpoint 'nowhere': there is nothing at",
                "1 | --selection nowhere                | Cannot read table 'nowhere': there is nothing at",
                "1 | --out ../README.md/page.html       | README.md' is a file; name another path with --out",
            })
    void whatCannotBeDoneIsSaidBeforeAnythingStarts(int code, String options, String says) {
        Object[] words =
                Stream.concat(Stream.of(table), Stream.of(options.split(" "))).toArray();
        assertThat(information(words)).isEqualTo(code);
        assertThat(typing.err.toString()).contains(says);
        assertThat(typing.asked).isEmpty();
    }
}
