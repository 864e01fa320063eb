package io.cradle.ingest.video;

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
    /** What the header counts, as that of MP4 does. Length by rate is no count: a GIF has a rate of its own at each picture. */
    static long pictures(FFmpegFrameGrabber grabber) {
        return Math.max(
                0, grabber.getFormatContext().streams(grabber.getVideoStream()).nb_frames());
    }
}
