package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    @Test
    void elementsComeInTheirOrderAndEnd() {
        List<Integer> all = IntStream.range(0, 1000).boxed().toList();
        List<Integer> seen = new ArrayList<>();
        try (ReadAhead<Integer> ahead = new ReadAhead<>(all.iterator(), 3, () -> {})) {
            ahead.forEachRemaining(seen::add);
            assertThat(ahead.hasNext()).isFalse();
            assertThatThrownBy(ahead::next).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void aFailureComesAfterWhatWasReadBeforeIt() {
        Iterator<Integer> failing = IntStream.of(1, 2, 0).map(i -> 6 / i).iterator();
        try (ReadAhead<Integer> ahead = new ReadAhead<>(failing, 2, () -> {})) {
            assertThat(ahead.next()).isEqualTo(6);
            assertThat(ahead.next()).isEqualTo(3);
            assertThatThrownBy(ahead::hasNext).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void noMoreIsReadAheadThanAskedFor() throws InterruptedException {
        AtomicInteger read = new AtomicInteger();
        Iterator<Integer> counting =
                IntStream.generate(read::incrementAndGet).boxed().iterator();
        try (ReadAhead<Integer> ahead = new ReadAhead<>(counting, 2, () -> {})) {
            ahead.next();
            Thread.sleep(100);
            assertThat(read.get()).isBetween(1, 1 + 2 + 2); // two wait, one is in hand, one may be looked for
        }
    }

    @Test
    void closedWhileItReadsItReturnsWhenTheThreadHasEnded() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        Iterator<Integer> slow = IntStream.generate(() -> {
                    inside.incrementAndGet();
                    begun.countDown();
                    try {
                        Thread.sleep(20);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return inside.decrementAndGet();
                })
                .boxed()
                .iterator();
        ReadAhead<Integer> ahead = new ReadAhead<>(slow, 1, () -> {});
        assertThat(ahead.hasNext()).isTrue();
        ahead.close();
        assertThat(inside).hasValue(0);
    }
}
