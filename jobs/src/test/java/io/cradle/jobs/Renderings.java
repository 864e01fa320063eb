package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Tensor;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import io.cradle.training.simulator.Sampling;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;

/** Rollouts as films: what a camera would have made of them. */
final class Renderings {
    /** Pixels that a film is wide: 16 by 32 become 128 by 256, 16 by 16 become 256 by 256. */
    static final int WIDTH = 256;

    /** Gray level of the ground in the other shot, in the mean: it is rough, so that encoders find something to do. */
    private static final int DUSK = 60;

    private static final int ROUGH = 40;

    private static final int BITS_A_SECOND = 2_000_000;
    private static final int CAMERA_BITS_A_SECOND = 70_000;
    private static final int KEY_FRAME_EACH = 12;

    private Renderings() {}

    static List<Episode> rollouts(String world, int episodes, long seed) {
        RolloutPlan plan = Worlds.plan(
                new RolloutConfig(world, episodes, seed, 1, "smooth"),
                new WorldFiles(new ConfDirectory(Path.of("..", "conf"))),
                Sampling.THRESHOLD);
        return Rollout.run(plan.tasks(0, episodes));
    }

    /**
     * The picture at each step, an episode's frame or that of another.
     *
     * @param order which frame is shown at each step; none where it is below 0
     */
    static Path film(Path file, Tensor frames, int[] order) {
        return film(file, frames, order, WIDTH);
    }

    /** As {@link #film(Path, Tensor, int[])}, so many pixels wide, which may be no multiple of a frame's. */
    static Path film(Path file, Tensor frames, int[] order, int width) {
        return film(file, frames, frames, order, width, BITS_A_SECOND);
    }

    /** An episode in the other room, with as few bits a pixel as a camera has that films 640 by 480 at 30 Hz with 2 Mbit/s. */
    static Path lit(Path file, Tensor frames, int[] order) {
        int[] shown = IntStream.of(order).map(frame -> frames.rows() + frame).toArray();
        return film(file, frames, frames, shown, WIDTH, CAMERA_BITS_A_SECOND);
    }

    /**
     * As {@link #film(Path, Tensor, int[])}, of two episodes, the other one in a room that is lit and has rough walls.
     *
     * @param other frames that numbers from {@code frames.rows()} on mean
     */
    static Path film(Path file, Tensor frames, Tensor other, int[] order) {
        return film(file, frames, other, order, WIDTH, BITS_A_SECOND);
    }

    private static Path film(Path file, Tensor frames, Tensor other, int[] order, int width, int bits) {
        int height =
                width * frames.spec().shape().get(0) / frames.spec().shape().get(1);
        double rate = frames.spec().rate();
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0)) {
            encode(recorder, rate, bits);
            Frame picture = new Frame(width, height, Frame.DEPTH_UBYTE, 1);
            for (int t = 0; t < order.length; t++) {
                if (order[t] >= 0) {
                    boolean first = order[t] < frames.rows();
                    paint(picture, first ? frames : other, first ? order[t] : order[t] - frames.rows(), !first);
                    recorder.setTimestamp(Math.round(t * 1e6 / rate));
                    recorder.record(picture, avutil.AV_PIX_FMT_GRAY8);
                }
            }
            recorder.stop();
        } catch (FrameRecorder.Exception failed) {
            throw new IllegalStateException("Cannot encode '%s'".formatted(file), failed);
        }
        return file;
    }

    /** Whether films are H.264, by libopenh264; they are MPEG-4 where it isn't there. */
    static boolean writesH264() {
        return avcodec.avcodec_find_encoder_by_name("libopenh264") != null;
    }

    private static void encode(FFmpegFrameRecorder recorder, double rate, int bits) throws FrameRecorder.Exception {
        avutil.av_log_set_level(avutil.AV_LOG_PANIC);
        boolean h264 = writesH264();
        recorder.setFormat("mp4");
        recorder.setFrameRate(rate);
        recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
        recorder.setVideoBitrate(bits);
        recorder.setGopSize(KEY_FRAME_EACH); // libopenh264 has one alone unless told
        if (h264) {
            recorder.setVideoCodecName("libopenh264");
        }
        recorder.setVideoCodec(h264 ? avcodec.AV_CODEC_ID_H264 : avcodec.AV_CODEC_ID_MPEG4);
        recorder.start();
    }

    private static void paint(Frame picture, Tensor frames, int step, boolean lit) {
        ByteBuffer pixels = (ByteBuffer) picture.image[0];
        int rows = frames.spec().shape().get(0);
        int columns = frames.spec().shape().get(1);
        for (int y = 0; y < picture.imageHeight; y++) {
            for (int x = 0; x < picture.imageWidth; x++) {
                int row = y * rows / picture.imageHeight;
                boolean ink = frames.bit(step, row * columns + x * columns / picture.imageWidth);
                pixels.put(y * picture.imageStride + x, (byte) (ink ? 255 : lit ? wall(x, y) : 0));
            }
        }
    }

    /** The same at each step: the room doesn't move. */
    private static int wall(int x, int y) {
        return DUSK + (int) Math.round(ROUGH * Math.sin(x * x / 900.0 + y / 5.0) * Math.cos(x / 7.0 - y * y / 400.0));
    }

    /** Each frame once. */
    static int[] inOrder(Tensor frames) {
        return IntStream.range(0, frames.rows()).toArray();
    }
}
