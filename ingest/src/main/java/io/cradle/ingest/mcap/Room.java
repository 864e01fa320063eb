package io.cradle.ingest.mcap;

/** What the topics of one file may hold in memory together: so many numbers, a stamp counting as one. */
final class Room {
    private final Taken taken;
    private final long most;
    private long used;

    Room(Taken taken, long most) {
        this.taken = taken;
        this.most = most;
    }

    /** Whether a topic's row is to be kept, of which {@code rows} are. */
    boolean keeps(String topic, int rows) {
        return rows == 0 || taken.has(topic);
    }

    /** Takes note of a row that is kept. */
    void hold(int numbers) {
        used += numbers + 1L;
    }

    boolean isOver() {
        return used > most;
    }

    long most() {
        return most;
    }
}
