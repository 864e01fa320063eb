package io.cradle.ingest.video;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;

/** Why ffmpeg cannot begin with a file, for people: asks it once more, step by step. */
final class Diagnosis {
    private static final int LONGEST = 256;
    private static final int LETTERS = 4;
    private static final int BYTE = 0xFF;

    private Diagnosis() {}

    /** Cause and remedy; empty where the container and its codec are as they should be. */
    static Optional<String> of(String file) {
        AVFormatContext context = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
        int code = avformat.avformat_open_input(context, file, null, options);
        avutil.av_dict_free(options);
        if (code < 0) {
            return Optional.of(
                    "ffmpeg cannot open it (%s): it is no video, or cut off before the index that the container needs; copy it again, or convert it to H.264"
                            .formatted(text(code)));
        }
        try {
            avformat.avformat_find_stream_info(context, (PointerPointer<?>) null);
            return ofStreams(context);
        } finally {
            avformat.avformat_close_input(context);
        }
    }

    private static Optional<String> ofStreams(AVFormatContext context) {
        boolean video = false;
        for (int i = 0; i < context.nb_streams(); i++) {
            AVCodecParameters stream = context.streams(i).codecpar();
            boolean pictures = stream.codec_type() == avutil.AVMEDIA_TYPE_VIDEO;
            if (pictures && avcodec.avcodec_find_decoder(stream.codec_id()) == null) {
                return Optional.of(
                        "there is no decoder for its codec '%s' here; convert it, as 'ffmpeg -i FILE -c:v libx264 NEW.mp4' does to H.264"
                                .formatted(name(stream)));
            }
            video |= pictures;
        }
        return video ? Optional.empty() : Optional.of("it has no video stream; name a file with pictures");
    }

    /** That of the codec, or the container's four letters for one that ffmpeg never heard of. */
    private static String name(AVCodecParameters stream) {
        if (stream.codec_id() != avcodec.AV_CODEC_ID_NONE) {
            return avcodec.avcodec_get_name(stream.codec_id()).getString();
        }
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            int letter = stream.codec_tag() >> (i * Byte.SIZE) & BYTE;
            letters.append(letter > ' ' && letter <= '~' ? (char) letter : '?');
        }
        return letters.toString();
    }

    private static String text(int code) {
        byte[] text = new byte[LONGEST]; // ends at the first 0
        avutil.av_strerror(code, text, LONGEST);
        return new String(text, StandardCharsets.UTF_8).split("\0", 2)[0];
    }
}
