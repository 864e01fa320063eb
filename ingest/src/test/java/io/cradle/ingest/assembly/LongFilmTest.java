package io.cradle.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Ink;
import io.cradle.ingest.frame.Threshold;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.Takes;
import io.cradle.ingest.take.Track;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Films without an end are read as far as an episode needs, and no episode is longer than memory. */
class LongFilmTest {
    private static final int RATE = 25;
    private static final int STEPS = 50;
    /** Pictures that are looked at beyond a step, to know which is nearest and whether there is another step. */
    private static final int AHEAD = 2;

    private static final int MOST = 250;

    private final List<Finding> findings = new ArrayList<>();
    private int pulled;
    private boolean closed;

    @Test
    void episodesComeOutAsSoonAsTheirPicturesAreThere() {
        try (Stream<Episode> open = read(config(64, STEPS), endless())) {
            assertThat(pulled).isZero();
            Iterator<Episode> episodes = open.iterator();
            for (int piece = 1; piece <= 4; piece++) {
                assertThat(episodes.next().steps()).isEqualTo(STEPS);
                assertThat(pulled).isBetween(piece * STEPS, piece * STEPS + AHEAD);
            }
        }
        assertThat(closed).isTrue();
        assertThat(findings).isEmpty();
    }

    /** A step of 1024 by 1024 gray pixels is reckoned as 3 MiB and two bits a pixel, so that 512 MiB hold 157; the film has one picture for all. */
    @Test
    void anEpisodeThatDoesNotFitIsRefusedAndTheNextTakeIsRead() {
        Track hours = Takes.track("state", Role.PROPRIO, new long[] {0, 36_000_000_000_000L}, time -> time);
        Take endless = Takes.take("endless", 0, List.of(hours), List.of(endless()));
        Track few = Takes.track("state", Role.PROPRIO, Takes.even(5, 1000), time -> time);
        Take fine = Takes.take("fine", 0, List.of(few), List.of(Takes.film(3, RATE, time -> time)));
        try (Stream<Episode> episodes = read(config(1024, 0, 1000), endless, fine)) {
            assertThat(episodes.map(episode -> episode.provenance().recording()))
                    .hasSize(1);
        }
        assertThat(findings)
                .filteredOn(finding -> finding.kind() == Finding.Kind.REFUSED)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place()).isEqualTo("endless");
                    assertThat(finding.reason()).isEqualTo("too long");
                    assertThat(finding.detail())
                            .contains("it is longer than the 158 steps that fit into memory at once")
                            .contains("set ingest.episodeSteps");
                });
        assertThat(pulled).isLessThan(STEPS);
        assertThat(closed).isTrue();
    }

    private Film endless() {
        return Takes.read(Endless::new);
    }

    private final class Endless implements FilmReader {
        @Override
        public Optional<Picture> next() {
            assertThat(pulled).as("pictures of a film that is read on and on").isLessThan(MOST);
            return Optional.of(Takes.square(pulled, Math.round(pulled++ * 1e9 / RATE)));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static TakeConfig config(int side, int episodeSteps) {
        return config(side, episodeSteps, 0);
    }

    private static TakeConfig config(int side, int episodeSteps, double rate) {
        FramesConfig frames =
                new FramesConfig("", FrameKind.BINARY, side, side, Crop.WHOLE, Threshold.FIXED, 128, Ink.BRIGHT, false);
        return new TakeConfig("", rate, 0, 0, episodeSteps, StreamsConfig.TOLD, frames, SplitsConfig.NONE);
    }

    private Stream<Episode> read(TakeConfig config, Film film) {
        return read(config, Takes.take("film", RATE, List.of(), List.of(film)));
    }

    private Stream<Episode> read(TakeConfig config, Take... takes) {
        TakeFormat format = Takes.format(takes);
        var recording = format.recordings().get(0);
        Survey survey = TakeSource.survey(format, config, recording, findings::add);
        return TakeSource.of(format, config, survey).read(recording, findings::add);
    }
}
