package io.cradle.ingest.video;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Picture.Levels;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;

/** Decodes a part of a video file. Pictures carry the time since the part's begin. */
final class VideoReader implements FilmReader {
    private static final long MICROSECOND = 1_000;
    private static final double SECOND = 1e9;

    private final Path file;
    private final FFmpegFrameGrabber grabber;
    private final int channels;
    private final Levels levels;
    private final VideoPart part;
    private final long tolerance;
    private final Turn turn;
    private long pictures;

    /**
     * Takes over an open grabber.
     *
     * @param video which part of which file; times before it are passed over
     */
    VideoReader(VideoFile video, FFmpegFrameGrabber grabber, int channels, Levels levels) {
        this.file = Path.of(video.file());
        this.grabber = grabber;
        this.channels = channels;
        this.levels = levels;
        this.part = video.part();
        this.turn = Turn.of(grabber);
        this.tolerance = part.equals(VideoPart.WHOLE) ? 0 : halfPicture(grabber.getVideoFrameRate());
    }

    /**
     * A part's begin and end are rounded otherwise than stamps of pictures, in units of the file's clock: what lies less than half a
     * picture beside them is meant.
     */
    private static long halfPicture(double rate) {
        return rate > 0 ? Math.round(SECOND / rate / 2) : 0;
    }

    @Override
    public long declared() {
        return part.equals(VideoPart.WHOLE) ? VideoFacts.pictures(grabber) : 0;
    }

    @Override
    public Optional<Picture> next() {
        Optional<Picture> next = decoded();
        while (next.isPresent() && next.get().time() < part.from() - tolerance) {
            next = decoded();
        }
        return next.filter(picture -> picture.time() < part.to() - tolerance)
                .map(picture -> picture.at(Math.max(0, picture.time() - part.from())));
    }

    private Optional<Picture> decoded() {
        try {
            var frame = grabber.grabImage();
            if (frame == null) {
                return Optional.empty();
            }
            pictures++;
            long time = frame.timestamp * MICROSECOND;
            ByteBuffer image = (ByteBuffer) frame.image[0];
            Picture picture =
                    new Picture(time, frame.imageHeight, frame.imageWidth, channels, image, frame.imageStride, levels);
            return Optional.of(turn.turned(picture));
        } catch (FrameGrabber.Exception broken) {
            throw new CorruptDataException(
                    file.toString(),
                    "picture %d cannot be decoded: %s; copy the file again, or leave it out"
                            .formatted(pictures, broken.getMessage()),
                    broken);
        }
    }

    @Override
    public void close() {
        try {
            grabber.close();
        } catch (FrameGrabber.Exception broken) {
            throw new CorruptDataException(file.toString(), "it cannot be closed: " + broken.getMessage(), broken);
        }
    }
}
