package io.cradle.ingest.hdf5;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.links.ExternalLink;
import io.jhdf.links.SoftLink;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A group of an open file. Links within the file are followed, links out of it never.
 *
 * @param file the file
 * @param group the group
 * @param path where in the file, without a leading slash; blank for all of it
 */
record Branch(Hdf5File file, Group group, String path) {
    private static final int MOST_LINKS = 16;
    private static final int MOST_NODES = 4096;
    private static final int DEEPEST = 8;
    private static final String SLASH = "/";

    /** Names of what it holds. */
    List<String> names() {
        return Hdf5File.guarded(place(), () -> List.copyOf(group.getChildren().keySet()));
    }

    /** The group of a name. */
    Optional<Branch> branch(String name) {
        return node(name).filter(Group.class::isInstance).map(node -> new Branch(file, (Group) node, under(name)));
    }

    /** The array of a name. */
    Optional<Hdf5Array> array(String name) {
        return node(name)
                .filter(Dataset.class::isInstance)
                .map(node -> Hdf5Array.of(file, (Dataset) node, under(name)));
    }

    /** The array at a path from here, which must be there. */
    Hdf5Array arrayAt(String path) {
        int slash = path.indexOf(SLASH);
        Optional<Hdf5Array> found = slash < 0
                ? array(path)
                : branch(path.substring(0, slash)).map(branch -> branch.arrayAt(path.substring(slash + 1)));
        return found.orElseThrow(() -> new Refusal(
                "unreadable", "'%s' is no longer there; leave files be while they are read".formatted(under(path))));
    }

    /** All arrays here and below, by their path from here, in order. */
    Map<String, Hdf5Array> arrays() {
        Map<String, Hdf5Array> arrays = new TreeMap<>();
        collect("", arrays, 0);
        return arrays;
    }

    /** The array of a name, or all arrays below the group of that name, by their path from here, in order. */
    Map<String, Hdf5Array> arrays(String name) {
        Map<String, Hdf5Array> arrays = new TreeMap<>();
        array(name).ifPresent(array -> arrays.put(name, array));
        branch(name).ifPresent(branch -> branch.collect(name + SLASH, arrays, 0));
        return arrays;
    }

    /** A text or a number that stands beside the group. */
    Optional<Object> attribute(String name) {
        return Hdf5File.guarded(
                "attribute '%s' of %s".formatted(name, place()),
                () -> Optional.ofNullable(group.getAttribute(name)).map(Attribute::getData));
    }

    private void collect(String prefix, Map<String, Hdf5Array> arrays, int depth) {
        for (String name : names()) {
            if (depth > DEEPEST || arrays.size() > MOST_NODES) {
                throw new Refusal(
                        "too large",
                        "%s holds groups more than %d deep or more than %d arrays; keep what was recorded alone"
                                .formatted(place(), DEEPEST, MOST_NODES));
            }
            array(name).ifPresent(array -> arrays.put(prefix + name, array));
            branch(name).ifPresent(branch -> branch.collect(prefix + name + SLASH, arrays, depth + 1));
        }
    }

    private Optional<Node> node(String name) {
        return Hdf5File.guarded(
                "'%s'".formatted(under(name)), () -> Optional.ofNullable(resolved(group, name, MOST_LINKS)));
    }

    private Node resolved(Group in, String name, int links) {
        Node node = in.getChild(name);
        if (node instanceof ExternalLink link) {
            throw new Refusal(
                    "external link",
                    "'%s' leads to '%s', and no link out of the file is followed; copy what it leads to into the file with h5copy"
                            .formatted(link.getPath(), link.getTargetPath()));
        }
        return node instanceof SoftLink link ? target(in, link, links - 1) : node;
    }

    private Node target(Group in, SoftLink link, int links) {
        Group at = link.getTargetPath().startsWith(SLASH) ? file.root().group() : in;
        Node node = at;
        for (String part : parts(link)) {
            if (links <= 0 || !(node instanceof Group inside)) {
                throw nowhere(link);
            }
            node = resolved(inside, part, links);
        }
        if (node == null) {
            throw nowhere(link);
        }
        return node;
    }

    private static Collection<String> parts(SoftLink link) {
        return List.of(link.getTargetPath().split(SLASH)).stream()
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }

    private Refusal nowhere(SoftLink link) {
        return new Refusal(
                "broken link",
                "'%s' leads to '%s', which is not there; copy the recording again"
                        .formatted(link.getPath(), link.getTargetPath()));
    }

    private String under(String name) {
        return path.isEmpty() ? name : path + SLASH + name;
    }

    private String place() {
        return path.isEmpty() ? "its root" : "'%s'".formatted(path);
    }
}
