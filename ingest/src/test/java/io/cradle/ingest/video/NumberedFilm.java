package io.cradle.ingest.video;

import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.Scaler;
import io.cradle.ingest.take.Picture;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;

/** A film whose pictures show their number: a stripe for each bit, white where it is set. */
public final class NumberedFilm {
    private static final int BITS = 10;
    private static final int STRIPE = 16;
    private static final int HEIGHT = 32;
    private static final int WHITE = 255;

    private NumberedFilm() {}

    /** So many pictures of 160 x 32 (width x height), as MP4 or, by the file's name, Matroska. */
    public static Path write(Path file, double rate, int pictures) {
        return write(file, rate, pictures, 0);
    }

    /** @param degrees counterclockwise, by which pictures are to be turned before they are shown */
    static Path write(Path file, double rate, int pictures, int degrees) {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), BITS * STRIPE, HEIGHT, 0)) {
            recorder.setFormat(file.toString().endsWith(".mkv") ? "matroska" : "mp4");
            begin(recorder, rate, degrees);
            for (int number = 0; number < pictures; number++) {
                recorder.setTimestamp(Math.round(number * 1e6 / rate));
                recorder.record(painted(number), avutil.AV_PIX_FMT_GRAY8);
            }
            recorder.stop();
        } catch (FrameRecorder.Exception failed) {
            throw new IllegalStateException("Cannot encode '%s'".formatted(file), failed);
        }
        return file;
    }

    /** A GIF of 15 pictures a second, which stay for 60 or 70 ms, as GIFs count hundredths. */
    static Path writeUneven(Path file, int pictures) {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), BITS * STRIPE, HEIGHT, 0)) {
            avutil.av_log_set_level(avutil.AV_LOG_PANIC);
            recorder.setFormat("gif");
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_GIF);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_RGB8);
            recorder.setFrameRate(100); // hundredths of a second are what a GIF can tell apart
            recorder.start();
            for (int number = 0; number < pictures; number++) {
                recorder.setTimestamp(10_000 * Math.round(number * 100 / 15.0));
                recorder.record(painted(number), avutil.AV_PIX_FMT_GRAY8);
            }
            recorder.stop();
        } catch (FrameRecorder.Exception failed) {
            throw new IllegalStateException("Cannot encode '%s'".formatted(file), failed);
        }
        return file;
    }

    /** A film of three stripes beside each other: red, green and blue. */
    static Path writeColours(Path file, int pictures) {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 3 * STRIPE, HEIGHT, 0)) {
            recorder.setFormat("mp4");
            begin(recorder, 30, 0);
            Frame frame = new Frame(3 * STRIPE, HEIGHT, Frame.DEPTH_UBYTE, 3);
            ByteBuffer pixels = (ByteBuffer) frame.image[0];
            for (int i = 0; i < HEIGHT * 9 * STRIPE; i++) {
                int at = i % (9 * STRIPE);
                boolean own = at % 3 == at / (3 * STRIPE);
                pixels.put(i / (9 * STRIPE) * frame.imageStride + at, (byte) (own ? WHITE : 0));
            }
            for (int number = 0; number < pictures; number++) {
                recorder.record(frame, avutil.AV_PIX_FMT_RGB24);
            }
            recorder.stop();
        } catch (FrameRecorder.Exception failed) {
            throw new IllegalStateException("Cannot encode '%s'".formatted(file), failed);
        }
        return file;
    }

    /** A picture that is white above and black below, not compressed. */
    static Path writeRaw(Path file) {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 64, HEIGHT, 0)) {
            recorder.setFormat("avi");
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_RAWVIDEO);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_BGR24);
            recorder.setFrameRate(30);
            recorder.start();
            Frame frame = new Frame(64, HEIGHT, Frame.DEPTH_UBYTE, 1);
            ByteBuffer pixels = (ByteBuffer) frame.image[0];
            for (int i = 0; i < pixels.limit(); i++) {
                pixels.put(i, (byte) (i < pixels.limit() / 2 ? WHITE : 0));
            }
            recorder.record(frame, avutil.AV_PIX_FMT_GRAY8);
            recorder.stop();
        } catch (FrameRecorder.Exception failed) {
            throw new IllegalStateException("Cannot encode '%s'".formatted(file), failed);
        }
        return file;
    }

    /**
     * A picture of one colour that declares how its planes are meant.
     *
     * @param planes luma, blue and red difference, 0 to 255
     * @param matrix of ffmpeg's names, such as {@code bt709}
     * @param range of ffmpeg's names, {@code tv} or {@code pc}
     */
    static Path writeDeclared(Path file, int[] planes, String matrix, String range) {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 64, HEIGHT, 0)) {
            recorder.setFormat("mp4");
            for (String what : List.of("colorspace", "color_primaries", "color_trc")) { // MP4 notes all three or none
                recorder.setVideoOption(what, matrix);
            }
            recorder.setVideoOption("color_range", range);
            begin(recorder, 30, 0);
            ByteBuffer pixels = ByteBuffer.allocateDirect(64 * HEIGHT * 3 / 2);
            for (int i = 0; i < pixels.limit(); i++) {
                int plane = i < 64 * HEIGHT ? 0 : i < 64 * HEIGHT * 5 / 4 ? 1 : 2;
                pixels.put(i, (byte) planes[plane]);
            }
            recorder.recordImage(64, HEIGHT, Frame.DEPTH_UBYTE, 1, 64, avutil.AV_PIX_FMT_YUV420P, pixels);
            recorder.stop();
        } catch (FrameRecorder.Exception failed) {
            throw new IllegalStateException("Cannot encode '%s'".formatted(file), failed);
        }
        return file;
    }

    /** A white picture. */
    static Path writeWhite(Path file, int width) {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, HEIGHT, 0)) {
            recorder.setFormat("mp4");
            begin(recorder, 30, 0);
            Frame frame = new Frame(width, HEIGHT, Frame.DEPTH_UBYTE, 1);
            ByteBuffer pixels = (ByteBuffer) frame.image[0];
            for (int i = 0; i < pixels.limit(); i++) {
                pixels.put(i, (byte) WHITE);
            }
            recorder.record(frame, avutil.AV_PIX_FMT_GRAY8);
            recorder.stop();
        } catch (FrameRecorder.Exception failed) {
            throw new IllegalStateException("Cannot encode '%s'".formatted(file), failed);
        }
        return file;
    }

    /** The column in the middle of a stripe. */
    static int middle(int stripe) {
        return stripe * STRIPE + STRIPE / 2;
    }

    private static void begin(FFmpegFrameRecorder recorder, double rate, int degrees) throws FrameRecorder.Exception {
        avutil.av_log_set_level(avutil.AV_LOG_PANIC);
        recorder.setFrameRate(rate);
        if (degrees != 0) {
            recorder.setDisplayRotation(degrees);
        }
        recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
        recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
        recorder.start();
    }

    private static Frame painted(int number) {
        Frame frame = new Frame(BITS * STRIPE, HEIGHT, Frame.DEPTH_UBYTE, 1);
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < BITS * STRIPE; x++) {
                boolean set = ((number >> (x / STRIPE)) & 1) == 1;
                pixels.put(y * frame.imageStride + x, (byte) (set ? WHITE : 0));
            }
        }
        return frame;
    }

    /** The number that a picture shows. */
    static int number(Picture picture) {
        Picture stripes = new Scaler(Crop.WHOLE, 1, BITS).scaled(picture);
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            boolean set = stripes.value(0, bit, 0) > WHITE / 2;
            number |= set ? 1 << bit : 0;
        }
        return number;
    }
}
