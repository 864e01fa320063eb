package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareTest {
    private static final List<Share> SHARES = List.of(
            new Share(0, "1", 1, 10, 1),
            new Share(0, "0", 5, 50, 2),
            new Share(1, "1", 4, 40, 0),
            new Share(2, "0", 3, 30, 3),
            new Share(2, "0", 3, 30, 3));

    @Test
    void aPartThatWasPeekedAtOrTriedAgainCountsOnce() {
        Made made = Made.NOTHING.plus(Share.done(SHARES));
        assertThat(made.byExecutor()).isEqualTo(Map.of("0", 8L, "1", 4L));
        assertThat(made.clippings()).isEqualTo("5 of 120 numbers");
    }

    @Test
    void partsOfSeveralCommitsAddUp() {
        Made made = Made.NOTHING.plus(Share.done(SHARES)).plus(List.of(new Share(0, "0", 2, 7, 0)));
        assertThat(made.episodes()).isEqualTo(14);
        assertThat(made.clippings()).isEqualTo("5 of 127 numbers");
    }
}
