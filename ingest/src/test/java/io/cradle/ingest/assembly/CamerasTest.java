package io.cradle.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Ink;
import io.cradle.ingest.frame.Threshold;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.Takes;
import io.cradle.ingest.take.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which film is taken, and where it is said to lie. */
class CamerasTest {
    private static Take take(Film... films) {
        Track state = Takes.track("state", Role.PROPRIO, Takes.even(40, 30), time -> time);
        return Takes.take("one", 30, List.of(state), List.of(films));
    }

    private static TakeConfig config(String camera) {
        FramesConfig frames =
                new FramesConfig(camera, FrameKind.BINARY, 8, 8, Crop.WHOLE, Threshold.OTSU, 128, Ink.BRIGHT, false);
        return new TakeConfig("", 0, 0, 0, 0, StreamsConfig.TOLD, frames, SplitsConfig.NONE);
    }

    private static Survey survey(TakeFormat format, TakeConfig config) {
        return TakeSource.survey(format, config, format.recordings().get(0), finding -> {});
    }

    @Test
    void whatIsNoticedOfAFilmNamesTheFilmsOwnFile() {
        List<Finding> findings = noticed("/videos/one.mp4");
        assertThat(findings).extracting(Finding::reason).containsExactly("picture missing");
        assertThat(findings).extracting(Finding::file).containsExactly("/videos/one.mp4");
        assertThat(findings).extracting(Finding::place).containsExactly("one");
    }

    @Test
    void whatIsNoticedOfAFilmWithinTheTakesFileNamesThat() {
        assertThat(noticed("")).extracting(Finding::file).containsExactly("/there/one");
    }

    /** Of a film in which one picture, the twentieth, was not taken. */
    private static List<Finding> noticed(String file) {
        Film film = Takes.film(IntStream.range(0, 40)
                .filter(i -> i != 20)
                .mapToObj(i -> Takes.square(i, Math.round(i * 1e9 / 30)))
                .toList());
        TakeFormat format = Takes.format(take(Takes.named("camera", file, film)));
        List<Finding> findings = new ArrayList<>();
        long episodes = TakeSource.of(format, config(""), survey(format, config("")))
                .read(format.recordings().get(0), findings::add)
                .count();
        assertThat(episodes).isEqualTo(1);
        return findings;
    }

    @Test
    void camerasThatNobodyChoseBetweenAreTold() {
        Film left = Takes.named("left", "", Takes.film(40, 30, time -> time));
        Film right = Takes.named("right", "", Takes.film(40, 30, time -> time));
        assertThat(told("", left, right)).hasValueSatisfying(told -> assertThat(told)
                .contains("frames are those of 'left'", "set ingest.frames.camera to one of [right]"));
        assertThat(told("", left)).isEmpty();
        assertThat(told("right", left, right)).isEmpty();
        assertThat(told("")).isEmpty();
    }

    private static Optional<String> told(String camera, Film... films) {
        TakeFormat format = Takes.format(take(films));
        Survey survey = survey(format, config(camera));
        return TakeSource.of(format, config(camera), survey).camerasLeft(survey);
    }
}
