package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.ingest.assembly.SplitsConfig;
import io.cradle.ingest.assembly.StreamsConfig;
import io.cradle.ingest.assembly.Survey;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.assembly.TakeSource;
import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Ink;
import io.cradle.ingest.frame.Threshold;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.video.VideoFacts;
import io.cradle.ingest.video.VideoFile;
import io.cradle.ingest.video.VideoFormat;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rollouts that are rendered at 256 pixels to MP4 and ingested again show the same in the same places. */
class FilmRoundTripTest {
    private static final int EPISODES = 3;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}, {1}, {2} pixels wide")
    @CsvSource({
        "Bounce, FIXED, 256", "Bounce, OTSU, 256", "Urchin, FIXED, 256", "Urchin, OTSU, 256",
        "Bounce, FIXED, 200", "Bounce, OTSU, 200", "Urchin, FIXED, 200", "Urchin, OTSU, 200"
    })
    void framesComeBackInTheirPlaces(String world, Threshold threshold, int pixels) {
        List<Episode> rollouts = Renderings.rollouts(world, EPISODES, 11);
        for (int i = 0; i < EPISODES; i++) {
            Tensor frames = rollouts.get(i).require(Layout.FRAME);
            Path film = directory.resolve("film-%d.mp4".formatted(i));
            Renderings.film(film, frames, Renderings.inOrder(frames), pixels);
            requireFilm(VideoFile.whole("film", film).facts(), frames, pixels);
        }
        Tensor like = rollouts.get(0).require(Layout.FRAME);
        int height = like.spec().shape().get(0);
        int width = like.spec().shape().get(1);
        List<Episode> ingested = ingested(
                new FramesConfig("", FrameKind.BINARY, height, width, Crop.WHOLE, threshold, 128, Ink.BRIGHT, false));

        assertThat(ingested).hasSize(EPISODES);
        double least = 1;
        for (int i = 0; i < EPISODES; i++) {
            Tensor truth = rollouts.get(i).require(Layout.FRAME);
            Tensor seen = ingested.get(i).require(Layout.FRAME);
            assertThat(seen.rows()).isEqualTo(truth.rows());
            for (int t = 0; t < truth.rows(); t++) {
                double own = overlap(seen, t, truth, t);
                least = Math.min(least, own);
                for (int other = 0; other < truth.rows(); other++) {
                    assertThat(overlap(seen, t, truth, other))
                            .as("frame %d of film %d against %d", t, i, other)
                            .isLessThanOrEqualTo(own);
                }
            }
        }
        System.out.printf("%s %s, %d pixels wide: least IoU %.4f%n", world, threshold, pixels, least);
        assertThat(least).isGreaterThanOrEqualTo(0.95);
    }

    /** As docs/export.md says of it, wherever the encoder that it names is there. */
    private static void requireFilm(VideoFacts facts, Tensor frames, int pixels) {
        List<Integer> shape = frames.spec().shape();
        assertThat(facts.width()).isEqualTo(pixels);
        assertThat(facts.height()).isEqualTo(pixels * shape.get(0) / shape.get(1));
        if (Renderings.writesH264()) {
            assertThat(facts.codec()).isEqualTo("h264");
        } else {
            System.out.println("Not asserted: H.264; this ffmpeg has no encoder libopenh264, films are MPEG-4");
        }
    }

    private List<Episode> ingested(FramesConfig frames) {
        TakeConfig config = new TakeConfig("", 0, 0, 0, 0, StreamsConfig.TOLD, frames, SplitsConfig.NONE);
        VideoFormat format = new VideoFormat(VideoFormat.find(directory));
        Survey survey = format.recordings().stream()
                .map(recording -> TakeSource.survey(format, config, recording, Findings.STRICT))
                .reduce(Survey.EMPTY, Survey::with);
        TakeSource source = TakeSource.of(format, config, survey);
        return source.recordings().stream()
                .sorted(Comparator.comparing(Recording::file))
                .flatMap(recording -> source.read(recording, Findings.STRICT))
                .toList();
    }

    /** Ink in both over ink in either; 1 where neither has any. */
    private static double overlap(Tensor one, int t, Tensor other, int s) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < one.spec().elements(); i++) {
            both += one.bit(t, i) && other.bit(s, i) ? 1 : 0;
            either += one.bit(t, i) || other.bit(s, i) ? 1 : 0;
        }
        return either == 0 ? 1 : (double) both / either;
    }
}
