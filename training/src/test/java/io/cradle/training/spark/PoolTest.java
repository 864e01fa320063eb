package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolTest {
    private final List<String> closed = new ArrayList<>();
    private int opened;
    private final Pool<String, String> pool = new Pool<>(key -> key + opened++, closed::add);

    @Test
    void whatWasGivenBackIsLeasedAgainByAnEqualKeyAlone() {
        String first = pool.lease("a");
        pool.giveBack("a", first);
        assertThat(pool.lease("b")).isEqualTo("b1");
        assertThat(pool.lease("a")).isSameAs(first);
        assertThat(pool.lease("a")).isEqualTo("a2");
    }

    @Test
    void ofManyTheOneThatIdledLongestIsClosed() {
        List<String> leased =
                IntStream.range(0, 10).mapToObj(i -> pool.lease("a")).toList();
        leased.forEach(each -> pool.giveBack("a", each));
        assertThat(closed).containsExactly("a0", "a1");
    }

    @Test
    void closedByAKeyNothingOfItStays() {
        pool.giveBack("a", pool.lease("a"));
        pool.giveBack("b", pool.lease("b"));
        pool.close("a");
        assertThat(closed).containsExactly("a0");
        assertThat(pool.lease("b")).isEqualTo("b1");
        assertThat(pool.lease("a")).isEqualTo("a2");
    }
}
