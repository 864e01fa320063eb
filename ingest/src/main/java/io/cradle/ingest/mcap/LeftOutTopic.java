package io.cradle.ingest.mcap;

import io.cradle.ingest.source.Findings;

/** A topic whose messages can't be read. */
final class LeftOutTopic implements Topic {
    private final String reason;
    private final String detail;
    private final Tally tally;

    LeftOutTopic(String topic, String reason, String detail) {
        this.reason = reason;
        this.detail = detail;
        this.tally = new Tally(topic);
    }

    /** One of an encoding that is not known here. */
    static LeftOutTopic unsupported(McapChannel channel) {
        return new LeftOutTopic(
                channel.topic(),
                "encoding unsupported",
                "they are in '%s' with a schema in '%s', and 'json' or 'cdr' with 'ros2msg' can be read; convert the file, or record the topic so"
                        .formatted(
                                shown(channel.encoding()),
                                shown(channel.schema().encoding())));
    }

    @Override
    public void add(McapMessage message) {
        tally.add(reason, message.time(), detail);
    }

    @Override
    public void report(String file, Findings findings) {
        tally.report(file, findings);
    }

    private static String shown(String text) {
        return text.length() > 32 ? text.substring(0, 32) + "…" : text;
    }
}
