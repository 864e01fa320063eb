package io.cradle.ingest.video;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.Film.Size;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/** Decodes a part of a video file. Pictures carry the time since the part's begin. */
final class VideoReader implements FilmReader {
    private static final long MICROSECOND = 1_000;
    private static final double SECOND = 1e9;

    private final Path file;
    private final FFmpegFrameGrabber grabber;
    private final Colours colours;
    private final VideoPart part;
    private final long tolerance;
    private final Turn turn;
    private final Conversion conversion;
    private long pictures;

    /**
     * Takes over an open grabber of pictures as they are decoded, or of gray or colours already.
     *
     * @param video which part of which file; times before it are passed over
     * @param size that pictures are wanted in
     */
    VideoReader(VideoFile video, FFmpegFrameGrabber grabber, Colours colours, Optional<Size> size) {
        this.file = Path.of(video.file());
        this.grabber = grabber;
        this.colours = colours;
        this.part = video.part();
        this.turn = Turn.of(grabber);
        this.conversion = new Conversion(colours, turn == Turn.NONE ? size : Optional.empty());
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
        try {
            Optional<Frame> next = decoded();
            while (next.isPresent() && time(next.get()) < part.from() - tolerance) {
                next = decoded();
            }
            return next.isPresent() && time(next.get()) < part.to() - tolerance
                    ? Optional.of(turn.turned(picture(next.get())))
                    : Optional.empty();
        } catch (FrameGrabber.Exception
                | IllegalArgumentException broken) { // the latter of javacv, where sizes change midway
            throw new CorruptDataException(
                    file.toString(),
                    "picture %d cannot be decoded: %s; copy the file again, or leave it out"
                            .formatted(pictures, broken.getMessage()),
                    broken);
        }
    }

    private Optional<Frame> decoded() throws FrameGrabber.Exception {
        Optional<Frame> frame = Optional.ofNullable(grabber.grabImage());
        pictures += frame.isPresent() ? 1 : 0;
        return frame;
    }

    private static long time(Frame frame) {
        return frame.timestamp * MICROSECOND;
    }

    private Picture picture(Frame decoded) throws FrameGrabber.Exception {
        AVFrame frame = (AVFrame) decoded.opaque;
        long time = Math.max(0, time(decoded) - part.from());
        if (!Luma.leads(frame)) {
            return conversion.of(frame, time);
        }
        Picture luma = Luma.picture(frame, time);
        return colours == Colours.GRAY ? luma : conversion.of(frame, time).seenAt(luma.points());
    }

    @Override
    public void close() {
        conversion.close();
        try {
            grabber.close();
        } catch (FrameGrabber.Exception broken) {
            throw new CorruptDataException(file.toString(), "it cannot be closed: " + broken.getMessage(), broken);
        }
    }
}
