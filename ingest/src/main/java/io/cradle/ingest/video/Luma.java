package io.cradle.ingest.video;

import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Picture.Levels;
import java.nio.ByteBuffer;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

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

    /** Whether the first plane of pictures of a format of ffmpeg's is brightness in bytes. */
    static boolean leads(int format) {
        return LEADING.contains(format) || FULL.contains(format);
    }

    /** Whether it is, from the top down. */
    static boolean leads(AVFrame frame) {
        return leads(frame.format()) && frame.linesize(0) > 0;
    }

    /** This plane, where it lies. */
    static Picture picture(AVFrame frame, long time) {
        int stride = frame.linesize(0);
        ByteBuffer plane =
                frame.data(0).capacity((long) stride * frame.height()).asByteBuffer();
        return new Picture(time, frame.height(), frame.width(), 1, plane, stride, levels(frame));
    }

    /** What its bytes mean, which a stream may change midway. */
    private static Levels levels(AVFrame frame) {
        return isFull(frame) ? Levels.FULL : Levels.VIDEO;
    }

    /** Whether black is 0 and white is 255. */
    static boolean isFull(AVFrame frame) {
        return frame.color_range() == avutil.AVCOL_RANGE_JPEG || FULL.contains(frame.format());
    }
}
