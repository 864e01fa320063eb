package io.cradle.ingest.source;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.Serializable;
import java.util.List;

/**
 * Something that was found out about a recording while it was read.
 *
 * @param kind what follows from it
 * @param file the file
 * @param place where in it, such as {@code episode 29, step 12}; blank for all of it
 * @param reason a short stable phrase by which findings are counted, such as {@code video missing}
 * @param detail what was found, and what to do
 */
public record Finding(Kind kind, String file, String place, String reason, String detail) implements Serializable {
    private static final int SHOWN = 100;

    /** What follows. */
    public enum Kind {
        /** An episode was left out. */
        REFUSED,
        /** The episode was taken, but not everything is as it should be. */
        NOTICED
    }

    /** An episode that is left out. */
    public static Finding refused(String file, String place, String reason, String detail) {
        return new Finding(Kind.REFUSED, file, place, reason, detail);
    }

    /** A recording that breaks. */
    public static Finding unreadable(Recording recording, CorruptDataException broken) {
        return refused(recording.file(), "", "cannot be read", broken.getMessage());
    }

    /** What should be known of an episode that is taken. */
    public static Finding noticed(String file, String place, String reason, String detail) {
        return new Finding(Kind.NOTICED, file, place, reason, detail);
    }

    /** The first hundred of many places, for a detail. */
    public static String first(List<Integer> all) {
        String few = all.stream().limit(SHOWN).toList().toString();
        return all.size() <= SHOWN ? few : few.replace("]", ", …]");
    }

    /** For people, one line; the file is named once. */
    public String text() {
        String told = detail.replace("Cannot read '%s': ".formatted(file), "");
        return "%s%s: %s; %s".formatted(file, placeIsTheFile() ? "" : ", " + place, reason, told);
    }

    /** Whether a place says no more than the file does. */
    private boolean placeIsTheFile() {
        return place.isBlank() || file.endsWith("/" + place);
    }
}
