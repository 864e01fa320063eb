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
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacv.FrameGrabber;

/**
 * Brings pictures of any format of ffmpeg's to bytes of gray or colours, in memory that is used again for each. Where they are to become smaller, ffmpeg
 * takes the means of boxes before it makes colours of them, which is several times as fast as after.
 */
final class Conversion implements AutoCloseable {
    /** Rows are of so many pixels, or a multiple: ffmpeg's vector code leaves the last ones of a row out where it has no room behind them. */
    private static final int ALIGNED = 64;
    /** Of what it takes for a picture, planes that there may be. */
    private static final int PLANES = 4;
    /** Contrast and saturation as they are, in ffmpeg's fixed point. */
    private static final int ONE = 1 << 16;

    private final Colours colours;
    private final Optional<Size> size;
    private SwsContext context = new SwsContext();
    private BytePointer pixels = new BytePointer();
    private final PointerPointer<BytePointer> planes = new PointerPointer<>(PLANES);
    private final IntPointer strides = new IntPointer(PLANES);

    /** @param size of the pictures that are wanted, used where colours are and it is smaller than they are */
    Conversion(Colours colours, Optional<Size> size) {
        this.colours = colours;
        this.size = size;
        for (int plane = 0; plane < PLANES; plane++) {
            planes.put(plane, (Pointer) null);
            strides.put(plane, 0);
        }
    }

    /** A picture whose pixels hold until the next one is converted. */
    Picture of(AVFrame frame, long time) throws FrameGrabber.Exception {
        Size whole = new Size(frame.height(), frame.width());
        Size to = size.filter(wanted -> colours == Colours.RGB
                        && Luma.leads(frame)
                        && wanted.height() <= whole.height()
                        && wanted.width() <= whole.width())
                .orElse(whole);
        int stride = (to.width() + ALIGNED - 1) / ALIGNED * ALIGNED * channels();
        reserve((long) stride * to.height());
        convert(frame, whole, to, stride);
        return new Picture(time, to.height(), to.width(), channels(), pixels.asBuffer(), stride, Levels.FULL);
    }

    private void convert(AVFrame frame, Size from, Size to, int stride) throws FrameGrabber.Exception {
        context = swscale.sws_getCachedContext(
                context,
                from.width(),
                from.height(),
                frame.format(),
                to.width(),
                to.height(),
                colours == Colours.RGB ? avutil.AV_PIX_FMT_RGB24 : avutil.AV_PIX_FMT_GRAY8,
                from.equals(to) ? swscale.SWS_BILINEAR : swscale.SWS_AREA,
                null,
                null,
                (DoublePointer) null);
        if (context != null && colours == Colours.RGB && Luma.leads(frame)) {
            seeAsDeclared(frame);
        }
        planes.put(0, pixels);
        strides.put(0, stride);
        if (context == null
                || swscale.sws_scale(context, frame.data(), frame.linesize(), 0, from.height(), planes, strides) <= 0) {
            throw new FrameGrabber.Exception(
                    "ffmpeg makes no %s of pictures of format %s; convert it to H.264".formatted(colours, name(frame)));
        }
    }

    /** What a film declares of its colours, such as ITU-R BT.709 of most that are filmed in HD; BT.601 where it declares nothing. Costs nothing while it stays. */
    private void seeAsDeclared(AVFrame frame) {
        swscale.sws_setColorspaceDetails(
                context,
                swscale.sws_getCoefficients(frame.colorspace()),
                Luma.isFull(frame) ? 1 : 0,
                swscale.sws_getCoefficients(swscale.SWS_CS_DEFAULT),
                0,
                0,
                ONE,
                ONE);
    }

    private static String name(AVFrame frame) {
        BytePointer name = avutil.av_get_pix_fmt_name(frame.format());
        return name == null ? String.valueOf(frame.format()) : name.getString();
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
        context = new SwsContext();
        pixels.close();
        planes.close();
        strides.close();
    }
}
