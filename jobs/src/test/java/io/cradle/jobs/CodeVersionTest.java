package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeVersionTest {
    @Test
    void theCommitFollowsTheVersion() {
        assertThat(CodeVersion.text("0.1.0\n2d5b1bd28aeb\n")).isEqualTo("cradle 0.1.0+2d5b1bd28aeb");
        assertThat(CodeVersion.text("0.1.0\n2d5b1bd28aeb-dirty\n")).isEqualTo("cradle 0.1.0+2d5b1bd28aeb-dirty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0\n\n", "0.1.0\n${cradle.commit}\n", "0.1.0", "0.1.0\nfatal: not a git repository"})
    void withoutGitThereIsTheVersionAlone(String written) {
        assertThat(CodeVersion.text(written)).isEqualTo("cradle 0.1.0");
    }

    @Test
    void whatIsBuiltHasOne() {
        assertThat(CodeVersion.text()).matches("cradle \\d+\\.\\d+\\.\\d+\\S*");
    }
}
