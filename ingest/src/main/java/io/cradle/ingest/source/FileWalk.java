package io.cradle.ingest.source;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Goes through a directory for recordings. What can't be looked at keeps none of the others out. */
final class FileWalk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Predicate<Path> suits;
    private final List<Recording> files = new ArrayList<>();
    private final List<Recording> unseen = new ArrayList<>();

    FileWalk(Path root, Predicate<Path> suits) {
        this.root = root;
        this.suits = suits;
    }

    /**
     * Files that suit, in order of path; behind them links to nothing that suit, and directories that cannot be listed.
     *
     * @param root absolute path of a file or directory
     * @param deepest directories that are gone down
     * @throws IllegalArgumentException if the root cannot be looked at
     */
    static List<Recording> of(Path root, int deepest, Predicate<Path> suits) {
        FileWalk walk = new FileWalk(root, suits);
        try {
            Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), deepest, walk);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "Cannot list '%s': %s; check that you may read it".formatted(root, unreadable), unreadable);
        }
        return walk.found();
    }

    List<Recording> found() {
        return Stream.of(onceEach(), unseen).flatMap(FileWalk::ordered).toList();
    }

    /** What links lead to is taken once: from where it lies, if that was gone through too. */
    private Collection<Recording> onceEach() {
        Map<Path, Recording> byPlace = new HashMap<>();
        ordered(files).forEach(one -> byPlace.merge(place(one), one, (a, b) -> lies(b) ? b : a));
        return byPlace.values();
    }

    private static Stream<Recording> ordered(Collection<Recording> some) {
        return some.stream().sorted(Comparator.comparing(Recording::path));
    }

    private static boolean lies(Recording one) {
        return place(one).equals(one.path());
    }

    private static Path place(Recording one) {
        try {
            return one.path().toRealPath();
        } catch (IOException leadsNowhere) {
            return one.path();
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && suits.test(file)) {
            files.add(new Recording(file.toString(), attributes.size()));
        } else if (attributes.isSymbolicLink() && suits.test(file)) { // to nothing: else these are what it leads to
            unseen.add(new Recording(file.toString(), 0));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (file.equals(root)) {
            throw failure;
        }
        if (!(failure instanceof FileSystemLoopException)) { // what a loop leads to was seen on the way
            unseen.add(new Recording(file.toString(), 0));
        }
        return FileVisitResult.CONTINUE;
    }
}
