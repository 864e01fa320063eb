package io.cradle.ingest.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTest {
    @Test
    void textsAreSaidOnceEachAndInTheirOrder() {
        assertThat(Task.of(List.of("open", " lift ", "", "open"))).contains(new Task("open; lift"));
    }

    @Test
    void whereNobodySaysAnythingThereIsNone() {
        assertThat(Task.of(List.of())).isEmpty();
        assertThat(Task.of(List.of(" ", "\u0000"))).isEmpty();
        assertThatThrownBy(() -> new Task("\t")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTextReachesBeyondItsLine() {
        assertThat(new Task("a\u001b[31m\r\nb").text()).isEqualTo("a [31m b");
    }

    @Test
    void aNovelIsCut() {
        assertThat(new Task("x".repeat(1000)).text()).hasSize(Task.LONGEST).endsWith("x…");
    }

    @Test
    void aPolicyIsReadAsItWasWritten() {
        assertThat(Task.ofPolicy(new Task("lift it").policy())).contains(new Task("lift it"));
        assertThat(Task.ofPolicy("smooth:time=1")).isEmpty();
    }
}
