package io.cradle.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EpisodeReaderTest {
    @Test
    void episodesAreReadOneAtATime() {
        CountingReader reader = new CountingReader(3, 9);
        Iterator<Episode> episodes = reader.stream().iterator();
        assertThat(episodes.next().id()).isEqualTo(Episode.idOf("1"));
        assertThat(reader.read).isEqualTo(1);
        assertThat(episodes.next().id()).isEqualTo(Episode.idOf("2"));
        assertThat(reader.read).isEqualTo(2);
        assertThat(reader.closed).isZero();
    }

    @Test
    void theEndClosesTheFile() {
        CountingReader reader = new CountingReader(3, 9);
        assertThat(reader.stream().toList()).hasSize(3);
        assertThat(reader.closed).isEqualTo(1);
    }

    @Test
    void aFailureClosesTheFile() {
        CountingReader reader = new CountingReader(3, 2);
        Iterator<Episode> episodes = reader.stream().iterator();
        episodes.next();
        assertThatThrownBy(episodes::hasNext)
                .isInstanceOf(CorruptDataException.class)
                .hasMessage("Cannot read 'fake': ends after 1 episode; copy it again");
        assertThat(reader.closed).isEqualTo(1);
    }

    @Test
    void aStreamThatIsLeftEarlyClosesTheFile() {
        CountingReader reader = new CountingReader(3, 9);
        try (Stream<Episode> episodes = reader.stream()) {
            assertThat(episodes.findFirst()).isPresent();
        }
        assertThat(reader.closed).isEqualTo(1);
    }

    /** Hands out some episodes, or fails at one of them. */
    private static final class CountingReader implements EpisodeReader {
        private final int episodes;
        private final int broken;
        private int read;
        private int closed;

        CountingReader(int episodes, int broken) {
            this.episodes = episodes;
            this.broken = broken;
        }

        @Override
        public Optional<Episode> next() {
            if (read == episodes) {
                return Optional.empty();
            }
            if (++read == broken) {
                throw new CorruptDataException("fake", "ends after 1 episode; copy it again");
            }
            return Optional.of(episode(Episode.idOf(Integer.toString(read))));
        }

        @Override
        public void close() {
            closed++;
        }

        private static Episode episode(String id) {
            Tensor frame = Tensor.ofBits(TensorSpec.frame("lcd", 1, 1, 10), new boolean[] {true});
            return new Episode(
                    id,
                    List.of(frame),
                    new Provenance("test", "W", "", "unknown", 0, "test", id, Split.TRAIN, SplitBy.HASH));
        }
    }
}
