package io.cradle.jobs.benchmark;

import io.cradle.dataset.episode.Episode;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.assembly.TakeSource;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.video.VideoFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;

/**
 * How much of ffmpeg's own speed is left when videos become episodes: pictures a second of the bare decoder, and of all that
 * ingest does with a picture (gray, crop, scale, faults, ink), by turns in one process on one thread. Usage: VIDEOS [TURNS].
 */
public final class DecodeBenchmark {
    private static final int COLUMNS = 4;

    private DecodeBenchmark() {}

    /** Prints Markdown. */
    public static void main(String[] arguments) throws FrameGrabber.Exception {
        avutil.av_log_set_level(avutil.AV_LOG_PANIC);
        List<Recording> videos = VideoFormat.find(Path.of(arguments[0]));
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        double[][] rates = new double[COLUMNS][turns];
        for (int turn = -1; turn < turns; turn++) { // the first one warms up
            double bare = rate(() -> bare(videos));
            double ingested = rate(() -> ingested(videos));
            if (turn >= 0) {
                rates[0][turn] = bare;
                rates[1][turn] = ingested;
                rates[2][turn] = ingested / bare;
            }
        }
        System.out.println("| pictures/s, one thread | median | least | greatest |\n|---|---|---|---|");
        row("bare ffmpeg", rates[0], "%.0f");
        row("ingest, to episodes of 16x32 ink", rates[1], "%.0f");
        row("share that is left", rates[2], "%.3f");
    }

    private static void row(String what, double[] rates, String form) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "| %s | " + form + " | " + form + " | " + form + " |%n",
                what,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }

    /** Work that counts what it did. */
    private interface Counted {
        long run() throws FrameGrabber.Exception;
    }

    private static double rate(Counted work) throws FrameGrabber.Exception {
        long start = System.nanoTime();
        long pictures = work.run();
        return pictures / ((System.nanoTime() - start) / 1e9);
    }

    private static long bare(List<Recording> videos) throws FrameGrabber.Exception {
        long pictures = 0;
        for (Recording video : videos) {
            try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(video.file())) {
                grabber.setOption("threads", "1");
                grabber.setVideoOption("threads", "1");
                grabber.setImageMode(FrameGrabber.ImageMode.RAW);
                grabber.start();
                while (grabber.grabFrame(false, true, false, false) != null) {
                    pictures++;
                }
            }
        }
        return pictures;
    }

    private static long ingested(List<Recording> videos) {
        TakeFormat format = new VideoFormat(videos);
        Findings none = (Finding finding) -> {};
        TakeConfig config = TakeConfig.RECORDED;
        TakeSource source =
                TakeSource.of(format, config, TakeSource.survey(format, config, videos.get(0), Findings.STRICT));
        long pictures = 0;
        for (Recording video : videos) {
            try (Stream<Episode> episodes = source.read(video, none)) {
                Iterator<Episode> all = episodes.iterator();
                while (all.hasNext()) {
                    pictures += all.next().steps();
                }
            }
        }
        return pictures;
    }
}
