package io.cradle.ingest.video;

import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/**
 * What a video's header says of it.
 *
 * @param height H of its pictures, as they are shown
 * @param width W of its pictures, as they are shown
 * @param rate pictures a second in Hz
 * @param pictures how many there should be; 0 where the header doesn't say
 * @param duration length in ns; 0 where the header doesn't say
 * @param codec name of the codec, such as {@code av1}
 */
public record VideoFacts(int height, int width, double rate, long pictures, long duration, String codec) {
    /**
     * What the header counts, as that of MP4 does; of others length by rate, where that is even: pictures of a GIF may each stay for another
     * while. Else 0.
     */
    static long pictures(FFmpegFrameGrabber grabber) {
        AVStream stream = grabber.getFormatContext().streams(grabber.getVideoStream());
        if (stream.nb_frames() > 0) {
            return stream.nb_frames();
        }
        boolean even = avutil.av_cmp_q(stream.avg_frame_rate(), stream.r_frame_rate()) == 0;
        return even ? Math.max(0, grabber.getLengthInVideoFrames()) : 0;
    }
}
