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
    /** Pixels of a film that a pixel of a frame is wide: 16 by 32 become 128 by 256. */
    static final int SCALE = 8;

    /** Gray level of the ground in the other shot. */
    private static final int DUSK = 60;

    private static final int BITS_A_SECOND = 2_000_000;

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
        return film(file, frames, frames, order);
    }

    /**
     * As {@link #film(Path, Tensor, int[])}, of two episodes, the other one in a room that isn't black.
     *
     * @param other frames that numbers from {@code frames.rows()} on mean
     */
    static Path film(Path file, Tensor frames, Tensor other, int[] order) {
        int height = SCALE * frames.spec().shape().get(0);
        int width = SCALE * frames.spec().shape().get(1);
        double rate = frames.spec().rate();
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0)) {
            encode(recorder, rate);
            Frame picture = new Frame(width, height, Frame.DEPTH_UBYTE, 1);
            for (int t = 0; t < order.length; t++) {
                if (order[t] >= 0) {
                    boolean first = order[t] < frames.rows();
                    paint(
                            picture,
                            first ? frames : other,
                            first ? order[t] : order[t] - frames.rows(),
                            first ? 0 : DUSK);
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

    private static void encode(FFmpegFrameRecorder recorder, double rate) throws FrameRecorder.Exception {
        avutil.av_log_set_level(avutil.AV_LOG_PANIC);
        boolean h264 = avcodec.avcodec_find_encoder_by_name("libopenh264") != null;
        recorder.setFormat("mp4");
        recorder.setFrameRate(rate);
        recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
        recorder.setVideoBitrate(BITS_A_SECOND);
        if (h264) {
            recorder.setVideoCodecName("libopenh264");
        }
        recorder.setVideoCodec(h264 ? avcodec.AV_CODEC_ID_H264 : avcodec.AV_CODEC_ID_MPEG4);
        recorder.start();
    }

    private static void paint(Frame picture, Tensor frames, int step, int ground) {
        ByteBuffer pixels = (ByteBuffer) picture.image[0];
        int columns = frames.spec().shape().get(1);
        for (int y = 0; y < picture.imageHeight; y++) {
            for (int x = 0; x < picture.imageWidth; x++) {
                boolean ink = frames.bit(step, y / SCALE * columns + x / SCALE);
                pixels.put(y * picture.imageStride + x, (byte) (ink ? 255 : ground));
            }
        }
    }

    /** Each frame once. */
    static int[] inOrder(Tensor frames) {
        return IntStream.range(0, frames.rows()).toArray();
    }
}
