package io.cradle.ingest.video;

import io.cradle.ingest.take.Picture.Levels;
import java.util.Set;
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

    /** Whether the first plane of what a started grabber decodes is brightness in bytes. */
    static boolean leads(FFmpegFrameGrabber grabber) {
        int format = grabber.getPixelFormat();
        return LEADING.contains(format) || FULL.contains(format);
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
