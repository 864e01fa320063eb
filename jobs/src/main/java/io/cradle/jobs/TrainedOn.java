package io.cradle.jobs;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.table.EpisodeDigest;
import io.cradle.dataset.table.EpisodeTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.broadcast.Broadcast;

/**
 * What contents a checkpoint was trained on, in a file beside it: the first {@value #LETTERS} letters of each episode's digest, a line each,
 * ascending. A checkpoint that was moved without it is not checked.
 *
 * @param file beside the checkpoint
 */
record TrainedOn(Path file) {
    private static final int LETTERS = 16;

    /** Beside a checkpoint. */
    static TrainedOn of(Path checkpoint) {
        return new TrainedOn(checkpoint.resolveSibling(checkpoint.getFileName() + ".trained.txt"));
    }

    /** Notes all TRAIN episodes of a table, or those that are kept. */
    void note(Session session, EpisodeTable table, Optional<Set<String>> kept) {
        Output.write(file, String.join("\n", digests(session, table, Split.TRAIN, kept)) + "\n");
    }

    /**
     * Refuses a table whose episodes one of these checkpoints was trained on. Its contents are looked at once, however many checkpoints
     * there are.
     *
     * @param split what is to be measured on
     * @throws IllegalArgumentException if one content is in both
     */
    static void refuse(
            List<Path> checkpoints, Session session, EpisodeTable table, Split split, Optional<Set<String>> kept) {
        List<Path> known = checkpoints.stream()
                .filter(checkpoint -> Files.isRegularFile(of(checkpoint).file()))
                .toList();
        if (!known.isEmpty()) {
            List<String> measured = digests(session, table, split, kept);
            known.forEach(checkpoint -> of(checkpoint).refuse(checkpoint, table.reference(), split, measured));
        }
    }

    private void refuse(Path checkpoint, String table, Split split, List<String> measured) {
        Set<String> both = new TreeSet<>(measured);
        both.retainAll(new HashSet<>(lines()));
        if (!both.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot evaluate checkpoint '%s' on '%s': it was trained on %d of the %d different contents of its %s episodes, such as %s; name a table that it has not seen, or where these are copies of TRAIN in one table, train on a selection of 'cradle curate', which drops them"
                            .formatted(
                                    checkpoint,
                                    table,
                                    both.size(),
                                    measured.size(),
                                    split,
                                    both.iterator().next()));
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(file, unreadable), unreadable);
        }
    }

    private static List<String> digests(Session session, EpisodeTable table, Split split, Optional<Set<String>> kept) {
        Broadcast<Set<String>> some = session.context().broadcast(kept.orElse(Set.of()));
        boolean all = kept.isEmpty();
        return session.stage("Look for leaks", () -> table
                .digests()
                .filter(episode -> episode.split() == split)
                .filter(episode -> all || some.value().contains(episode.episode()))
                .map(TrainedOn::line)
                .distinct()
                .collect()
                .stream()
                .sorted()
                .toList());
    }

    private static String line(EpisodeDigest episode) {
        return episode.digest().substring(0, LETTERS);
    }
}
