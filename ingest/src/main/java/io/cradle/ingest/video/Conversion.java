package io.cradle.ingest.video;

import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.Film.Size;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Picture.Levels;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacv.FrameGrabber;

/**
 * Brings pictures of any format of ffmpeg's to bytes of gray or colours, in memory that is used again for each. Where they are to become smaller, ffmpeg
 * takes the means of boxes before it makes colours of them, which is several times as fast as after.
 */
final class Conversion implements AutoCloseable {
    /** Rows begin where vector instructions like them to. */
    private static final int ALIGNED = 64;

    private final Colours colours;
    private final Optional<Size> size;
    private SwsContext context = new SwsContext();
    private BytePointer pixels = new BytePointer();

    /** @param size of the pictures that are wanted, used where colours are and it is smaller than they are */
    Conversion(Colours colours, Optional<Size> size) {
        this.colours = colours;
        this.size = size;
    }

    /**
     * A picture whose pixels hold until the next one is converted.
     *
     * @param levels of its brightness
     */
    Picture of(AVFrame frame, long time, Levels levels) throws FrameGrabber.Exception {
        Optional<Size> smaller = size.filter(wanted -> colours == Colours.RGB
                && Luma.leads(frame)
                && wanted.height() <= frame.height()
                && wanted.width() <= frame.width());
        Picture picture = converted(frame, time, smaller.orElseGet(() -> new Size(frame.height(), frame.width())));
        return smaller.isPresent()
                ? picture.seenAt(Luma.picture(frame, time, levels).points())
                : picture;
    }

    private Picture converted(AVFrame frame, long time, Size to) throws FrameGrabber.Exception {
        int stride = (to.width() * channels() + ALIGNED - 1) / ALIGNED * ALIGNED;
        reserve((long) stride * to.height());
        context = swscale.sws_getCachedContext(
                context,
                frame.width(),
                frame.height(),
                frame.format(),
                to.width(),
                to.height(),
                colours == Colours.RGB ? avutil.AV_PIX_FMT_RGB24 : avutil.AV_PIX_FMT_GRAY8,
                to.height() == frame.height() && to.width() == frame.width() ? swscale.SWS_BILINEAR : swscale.SWS_AREA,
                null,
                null,
                (DoublePointer) null);
        if (context == null) {
            throw new FrameGrabber.Exception("ffmpeg converts no pictures of its format " + frame.format());
        }
        try (PointerPointer<BytePointer> planes = new PointerPointer<>(1);
                IntPointer strides = new IntPointer(1)) {
            swscale.sws_scale(
                    context,
                    frame.data(),
                    frame.linesize(),
                    0,
                    frame.height(),
                    planes.put(0, pixels),
                    strides.put(0, stride));
        }
        return new Picture(time, to.height(), to.width(), channels(), pixels.asBuffer(), stride, Levels.FULL);
    }

    private int channels() {
        return colours == Colours.RGB ? 3 : 1;
    }

    private void reserve(long bytes) {
        if (pixels.capacity() < bytes) {
            pixels.close();
            pixels = new BytePointer(bytes);
        }
    }

    @Override
    public void close() {
        swscale.sws_freeContext(context);
        pixels.close();
    }
}
