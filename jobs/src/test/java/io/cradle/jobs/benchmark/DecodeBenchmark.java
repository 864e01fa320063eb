package io.cradle.jobs.benchmark;

import io.cradle.dataset.episode.Episode;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.assembly.TakeSource;
import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Ink;
import io.cradle.ingest.frame.Threshold;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.video.VideoFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/**
 * How much of ffmpeg's own speed is left when videos become episodes: pictures a second of the bare decoder, and of all that
 * ingest does with a picture (colours, crop, scale, faults, ink), beside what ffmpeg's own scaling costs, by turns in one process on one thread. The videos as they are, and encoded anew as
 * H.264, which is decoded faster than AV1 and leaves less to hide in. Usage: VIDEOS [TURNS].
 */
public final class DecodeBenchmark {
    private static final int SIDE = 128;
    private static final Map<String, FramesConfig> KINDS = new TreeMap<>(Map.of(
            "16x32 ink",
            FramesConfig.LCD,
            "128x128 RGB",
            new FramesConfig("", FrameKind.RGB, SIDE, SIDE, Crop.WHOLE, Threshold.OTSU, 128, Ink.BRIGHT, false)));
    private static final int BITS = 2_000_000;
    private static final int PICTURES = 256; // an episode

    private DecodeBenchmark() {}

    /** Prints Markdown. */
    public static void main(String[] arguments) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_PANIC);
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        System.out.println("| pictures/s, one thread | median | least | greatest |\n|---|---|---|---|");
        measure("as they are", VideoFormat.find(Path.of(arguments[0])), turns);
        Path folder = Files.createTempDirectory("h264");
        try {
            measure("H.264", VideoFormat.find(encoded(VideoFormat.find(Path.of(arguments[0])), folder)), turns);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private static void measure(String codec, List<Recording> videos, int turns) throws IOException {
        Map<String, double[]> rates = new TreeMap<>();
        for (int turn = -1; turn < turns; turn++) { // the first one warms up
            double bare = rate(() -> bare(videos, grabber -> grabber.setImageMode(FrameGrabber.ImageMode.RAW)));
            note(rates, "bare ffmpeg", turn, turns, bare);
            double scaling = rate(() -> bare(videos, DecodeBenchmark::scale));
            note(rates, "ffmpeg that scales to 128x128 RGB, and nothing else", turn, turns, scaling);
            note(rates, "share left by ffmpeg that scales", turn, turns, scaling / bare);
            for (Map.Entry<String, FramesConfig> kind : KINDS.entrySet()) {
                double ingested = rate(() -> ingested(videos, kind.getValue()));
                note(rates, "ingest, to episodes of " + kind.getKey(), turn, turns, ingested);
                note(rates, "share left by " + kind.getKey(), turn, turns, ingested / bare);
            }
        }
        rates.forEach((what, all) -> row(codec + ": " + what, all, what.startsWith("share") ? "%.3f" : "%.0f"));
    }

    private static void note(Map<String, double[]> rates, String what, int turn, int turns, double value) {
        if (turn >= 0) {
            rates.computeIfAbsent(what, none -> new double[turns])[turn] = value;
        }
    }

    /** The same pictures in H.264, by the encoder that comes with the library. */
    private static Path encoded(List<Recording> videos, Path folder) throws IOException {
        for (int n = 0; n < videos.size(); n++) {
            Path file = folder.resolve(n + ".mp4");
            try (FFmpegFrameGrabber from = new FFmpegFrameGrabber(videos.get(n).file())) {
                from.start();
                try (FFmpegFrameRecorder to =
                        new FFmpegFrameRecorder(file.toFile(), from.getImageWidth(), from.getImageHeight())) {
                    to.setFormat("mp4");
                    to.setVideoCodecName("libopenh264");
                    to.setVideoCodec(avcodec.AV_CODEC_ID_H264);
                    to.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
                    to.setFrameRate(from.getVideoFrameRate());
                    to.setVideoBitrate(BITS);
                    to.start();
                    Frame picture;
                    while ((picture = from.grabImage()) != null) {
                        to.record(picture);
                    }
                    to.stop();
                }
            }
        }
        return folder;
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
        long run() throws IOException;
    }

    private static double rate(Counted work) throws IOException {
        long start = System.nanoTime();
        long pictures = work.run();
        return pictures / ((System.nanoTime() - start) / 1e9);
    }

    private static void scale(FFmpegFrameGrabber grabber) {
        grabber.setImageMode(FrameGrabber.ImageMode.COLOR);
        grabber.setPixelFormat(avutil.AV_PIX_FMT_RGB24);
        grabber.setImageWidth(SIDE);
        grabber.setImageHeight(SIDE);
        grabber.setImageScalingFlags(swscale.SWS_AREA);
    }

    private static long bare(List<Recording> videos, Consumer<FFmpegFrameGrabber> mode) throws IOException {
        long pictures = 0;
        for (Recording video : videos) {
            try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(video.file())) {
                grabber.setOption("threads", "1");
                grabber.setVideoOption("threads", "1");
                mode.accept(grabber);
                grabber.start();
                while (grabber.grabImage() != null) {
                    pictures++;
                }
            }
        }
        return pictures;
    }

    private static long ingested(List<Recording> videos, FramesConfig frames) {
        TakeFormat format = new VideoFormat(videos);
        Findings none = (Finding finding) -> {};
        TakeConfig as = TakeConfig.RECORDED;
        TakeConfig config = new TakeConfig(
                as.world(), as.rate(), as.rowRate(), as.longestGap(), PICTURES, as.streams(), frames, as.splits());
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
