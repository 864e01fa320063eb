package io.cradle.ingest.video;

import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Picture.Levels;
import java.nio.ByteBuffer;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/**
 * Most video keeps brightness in a plane of its own, a byte a pixel: taken as it is, nothing has to be converted; {@code
 * DecodeBenchmark} measures what is left of the decoder's speed.
 */
final class Luma {
    private static final Set<Integer> FULL = Set.of(
            avutil.AV_PIX_FMT_GRAY8,
            avutil.AV_PIX_FMT_YUVJ420P,
            avutil.AV_PIX_FMT_YUVJ422P,
            avutil.AV_PIX_FMT_YUVJ444P);
    private static final Set<Integer> LEADING = Set.of(
            avutil.AV_PIX_FMT_YUV420P,
            avutil.AV_PIX_FMT_YUV422P,
            avutil.AV_PIX_FMT_YUV444P,
            avutil.AV_PIX_FMT_YUV410P,
            avutil.AV_PIX_FMT_YUV411P,
            avutil.AV_PIX_FMT_NV12,
            avutil.AV_PIX_FMT_NV21);

    private Luma() {}

    /** Whether the first plane of what was decoded is brightness in bytes, from the top down. */
    static boolean leads(AVFrame frame) {
        return (LEADING.contains(frame.format()) || FULL.contains(frame.format())) && frame.linesize(0) > 0;
    }

    /** This plane, where it lies. */
    static Picture picture(AVFrame frame, long time, Levels levels) {
        int stride = frame.linesize(0);
        ByteBuffer plane =
                frame.data(0).capacity((long) stride * frame.height()).asByteBuffer();
        return new Picture(time, frame.height(), frame.width(), 1, plane, stride, levels);
    }

    /** What these bytes mean. */
    static Levels levels(FFmpegFrameGrabber grabber) {
        int range = grabber.getFormatContext()
                .streams(grabber.getVideoStream())
                .codecpar()
                .color_range();
        boolean full = range == avutil.AVCOL_RANGE_JPEG || FULL.contains(grabber.getPixelFormat());
        return full ? Levels.FULL : Levels.VIDEO;
    }
}
