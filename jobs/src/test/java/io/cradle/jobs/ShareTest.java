package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void aPartThatWasPeekedAtOrTriedAgainCountsOnce() {
        List<Share> shares = List.of(
                new Share(0, "1", 1),
                new Share(0, "0", 5),
                new Share(1, "1", 4),
                new Share(2, "0", 3),
                new Share(2, "0", 3));
        assertThat(Share.byExecutor(shares)).isEqualTo(Map.of("0", 8L, "1", 4L));
    }
}
