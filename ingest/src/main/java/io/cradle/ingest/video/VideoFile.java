package io.cradle.ingest.video;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;

/**
 * A video, or a part of one, of any container and codec that ffmpeg decodes: MP4, MKV, WebM, AVI, GIF; H.264, HEVC, AV1, VP9 …
 * A decoder has one thread, for Spark runs a task on each core.
 *
 * @param name of the stream
 * @param file absolute path; text, for it travels inside tasks
 * @param part which part
 */
public record VideoFile(String name, String file, VideoPart part) implements Film, Serializable {
    private static final int MOST_PIXELS = 1 << 26;
    private static final long SECOND = 1_000_000_000;
    private static final long MICROSECOND = 1_000;
    /** Looked for a key frame before the part by ffmpeg itself; this much earlier keeps rounding of stamps out of it. */
    private static final long EARLIER = SECOND / 2;

    static {
        avutil.av_log_set_level(avutil.AV_LOG_PANIC); // what is wrong is said by exceptions, with the file's name
    }

    /** All of a file. */
    public static VideoFile whole(String name, Path file) {
        return new VideoFile(name, file.toAbsolutePath().normalize().toString(), VideoPart.WHOLE);
    }

    /**
     * What its header says; checks that its codec is there.
     *
     * @throws CorruptDataException if there is no video in it, or none that can be decoded
     */
    public VideoFacts facts() {
        try (FFmpegFrameGrabber grabber = started(FrameGrabber.ImageMode.RAW)) {
            Turn turn = Turn.of(grabber);
            return new VideoFacts(
                    turn.height(grabber.getImageHeight(), grabber.getImageWidth()),
                    turn.width(grabber.getImageHeight(), grabber.getImageWidth()),
                    grabber.getVideoFrameRate(),
                    VideoFacts.pictures(grabber),
                    Math.max(0, grabber.getLengthInTime() * MICROSECOND),
                    String.valueOf(grabber.getVideoCodecName()));
        } catch (FrameGrabber.Exception broken) {
            throw undecodable(broken);
        }
    }

    @Override
    public String ownFile() {
        return file;
    }

    @Override
    public FilmReader open(Colours colours) {
        return opened(colours, Optional.empty());
    }

    @Override
    public FilmReader open(Colours colours, Size size) {
        return opened(colours, Optional.of(size));
    }

    private FilmReader opened(Colours colours, Optional<Size> size) {
        try {
            FFmpegFrameGrabber plain = started(FrameGrabber.ImageMode.RAW);
            return new VideoReader(
                    this, Luma.leads(plain.getPixelFormat()) ? plain : converted(plain, colours), colours, size);
        } catch (FrameGrabber.Exception broken) {
            throw undecodable(broken);
        }
    }

    /** Pictures that are no bytes of luma as they are decoded, such as those of GIFs, those of more than 8 bits, and those that stand on their heads. */
    private FFmpegFrameGrabber converted(FFmpegFrameGrabber plain, Colours colours) throws FrameGrabber.Exception {
        plain.close();
        return started(colours == Colours.RGB ? FrameGrabber.ImageMode.COLOR : FrameGrabber.ImageMode.GRAY);
    }

    private FFmpegFrameGrabber started(FrameGrabber.ImageMode mode) throws FrameGrabber.Exception {
        if (!Files.isReadable(Path.of(file))) {
            throw new CorruptDataException(file, "there is no such video, or you may not read it; copy it there");
        }
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file);
        grabber.setOption("protocol_whitelist", "file"); // playlists could name other files and hosts
        grabber.setOption("threads", "1");
        grabber.setVideoOption("threads", "1");
        grabber.setImageMode(mode);
        switch (mode) {
            case GRAY -> grabber.setPixelFormat(avutil.AV_PIX_FMT_GRAY8);
            case COLOR -> grabber.setPixelFormat(avutil.AV_PIX_FMT_RGB24);
            case RAW -> {} // as it is decoded
        }
        try {
            grabber.start();
            requireVideo(grabber);
            if (part.from() > EARLIER) {
                grabber.setVideoTimestamp((part.from() - EARLIER) / MICROSECOND);
            }
            return grabber;
        } catch (FrameGrabber.Exception | RuntimeException failed) {
            closeAfter(grabber, failed);
            throw failed;
        }
    }

    private void requireVideo(FFmpegFrameGrabber grabber) {
        long pixels = (long) grabber.getImageWidth() * grabber.getImageHeight();
        if (grabber.getVideoStream() < 0 || pixels <= 0) {
            throw new CorruptDataException(file, "it has no video stream; name a file with pictures");
        }
        if (pixels > MOST_PIXELS) {
            throw new CorruptDataException(
                    file,
                    "pictures of %d x %d (width x height) have more than %d pixels; scale them down first"
                            .formatted(grabber.getImageWidth(), grabber.getImageHeight(), MOST_PIXELS));
        }
    }

    private CorruptDataException undecodable(FrameGrabber.Exception broken) {
        String problem = Diagnosis.of(file)
                .orElseGet(
                        () -> "ffmpeg cannot decode it (%s); it may be cut off: copy it again, or convert it to H.264"
                                .formatted(said(broken)));
        return new CorruptDataException(file, problem, broken);
    }

    /** Without javacv's advice, which is for programmers. */
    private static String said(FrameGrabber.Exception broken) {
        return broken.getMessage()
                .split(" \\(Has setFormat| \\(For more details", 2)[0]
                .strip();
    }

    private static void closeAfter(FFmpegFrameGrabber grabber, Exception failed) {
        try {
            grabber.close();
        } catch (FrameGrabber.Exception again) {
            failed.addSuppressed(again);
        }
    }
}
