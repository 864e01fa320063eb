package io.cradle.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Ink;
import io.cradle.ingest.frame.Threshold;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Finding.Kind;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.Takes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Films that end before their time: what was found until then is told. */
class BreakingFilmTest {
    private static final int BLACK = 12;

    private final List<Finding> findings = new ArrayList<>();

    /** Of pictures at 25 Hz, one of which is black. */
    private static Film film(int pictures) {
        return Takes.film(IntStream.range(0, pictures)
                .mapToObj(i -> i == BLACK ? Takes.flat(0, time(i)) : Takes.square(i, time(i)))
                .toList());
    }

    private static long time(int picture) {
        return picture * 40_000_000L;
    }

    /** A film that breaks behind its last picture. */
    private record Broken(Film film) implements Film {
        @Override
        public String name() {
            return film.name();
        }

        @Override
        public FilmReader open(Colours colours) {
            FilmReader reader = film.open(colours);
            return new FilmReader() {
                @Override
                public Optional<Picture> next() {
                    Optional<Picture> next = reader.next();
                    if (next.isEmpty()) {
                        throw new CorruptDataException("/there/film", "picture 45 cannot be decoded; copy it again");
                    }
                    return next;
                }

                @Override
                public void close() {
                    reader.close();
                }
            };
        }
    }

    private List<Episode> read(Film film, int side, int episodeSteps) {
        FramesConfig frames =
                new FramesConfig("", FrameKind.GRAY, side, side, Crop.WHOLE, Threshold.OTSU, 128, Ink.BRIGHT, false);
        TakeConfig config = new TakeConfig("", 0, 0, 0, episodeSteps, StreamsConfig.TOLD, frames, SplitsConfig.NONE);
        TakeFormat format = Takes.format(Takes.take("film", 25, List.of(), List.of(film)));
        Survey survey = TakeSource.survey(format, config, format.recordings().get(0), unheard -> {});
        return TakeSource.of(format, config, survey)
                .read(format.recordings().get(0), findings::add)
                .toList();
    }

    @Test
    void whatWasWrongBeforeAFilmBreaksIsTold() {
        assertThat(read(new Broken(film(45)), 8, 20)).extracting(Episode::steps).containsExactly(20, 20);
        assertThat(findings)
                .extracting(Finding::kind, Finding::reason)
                .contains(tuple(Kind.REFUSED, "cannot be decoded"), tuple(Kind.NOTICED, "black"))
                .doesNotContain(tuple(Kind.NOTICED, "film cut short"));
        assertThat(findings)
                .filteredOn(finding -> finding.reason().equals("black"))
                .singleElement()
                .satisfies(black -> assertThat(black.detail()).contains("[12]"));
    }

    @Test
    void aFilmThatDoesNotFitIntoMemoryIsTooLong() {
        assertThat(read(film(120), 1024, 0)).isEmpty();
        assertThat(findings)
                .extracting(Finding::kind, Finding::reason)
                .contains(tuple(Kind.REFUSED, "too long"), tuple(Kind.NOTICED, "black"));
        assertThat(findings.get(0).detail())
                .startsWith("it is longer than the ")
                .endsWith("set ingest.episodeSteps to cut it into episodes");
    }
}
