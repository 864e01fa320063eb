package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatesTest {
    @TempDir
    Path directory;

    @Test
    void whereEveryStateIsDamagedTheDirectoryIsNamed() throws IOException {
        States states = new States(directory.resolve("model"));
        Files.createDirectory(states.directory());
        Files.writeString(states.directory().resolve("round-00000003.state"), "dear");
        Files.writeString(states.directory().resolve("round-00000006.state"), "");

        assertThatThrownBy(states::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "every state in '%s' is damaged; remove that directory".formatted(states.directory()));
    }
}
