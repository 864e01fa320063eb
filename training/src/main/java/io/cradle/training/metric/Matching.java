package io.cradle.training.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * Which thing of one frame is which of another.
 *
 * @param pairs those that belong together
 * @param left how many there are in the first frame
 * @param right how many there are in the second
 */
public record Matching(List<Pair> pairs, int left, int right) {
    public Matching {
        pairs = List.copyOf(pairs);
    }

    /** Two that belong together. */
    public record Pair(Blob left, Blob right) {}

    /** A place in the graph: the blob's number, or that of nobody. */
    private record Node(boolean left, int number) {}

    /**
     * The matching of least total distance between centroids, of as many pairs as the smaller side has (Kuhn, "The Hungarian method
     * for the assignment problem", 1955).
     */
    public static Matching of(List<Blob> left, List<Blob> right) {
        if (left.size() <= 1 && right.size() <= 1) {
            boolean both = left.size() + right.size() == 2;
            return new Matching(
                    both ? List.of(new Pair(left.get(0), right.get(0))) : List.of(), left.size(), right.size());
        }
        return new Matching(assigned(left, right), left.size(), right.size());
    }

    private static List<Pair> assigned(List<Blob> left, List<Blob> right) {
        int size = Math.max(left.size(), right.size());
        var graph = new SimpleWeightedGraph<Node, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        Set<Node> lefts = new HashSet<>();
        Set<Node> rights = new HashSet<>();
        for (int i = 0; i < size; i++) {
            lefts.add(new Node(true, i));
            rights.add(new Node(false, i));
        }
        lefts.forEach(graph::addVertex);
        rights.forEach(graph::addVertex);
        for (Node one : lefts) {
            for (Node other : rights) {
                boolean real = one.number() < left.size() && other.number() < right.size();
                double distance = real ? left.get(one.number()).distance(right.get(other.number())) : 0;
                graph.setEdgeWeight(graph.addEdge(one, other), distance);
            }
        }
        var edges = new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, lefts, rights)
                .getMatching()
                .getEdges();
        List<Pair> pairs = new ArrayList<>();
        for (DefaultWeightedEdge edge : edges) {
            Node one = graph.getEdgeSource(edge);
            Node other = graph.getEdgeTarget(edge);
            if (one.number() < left.size() && other.number() < right.size()) {
                pairs.add(new Pair(left.get(one.number()), right.get(other.number())));
            }
        }
        return pairs;
    }

    /** Mean distance between the centroids of pairs, in pixels; NaN where there is no pair. */
    public double centroidError() {
        return pairs.stream()
                .mapToDouble(pair -> pair.left().distance(pair.right()))
                .average()
                .orElse(Double.NaN);
    }

    /** How many things too many or too few the first frame has. */
    public int countError() {
        return Math.abs(left - right);
    }

    /** Mean of |area − true area| / true area of pairs, the second frame's being the true one; NaN where there is no pair. */
    public double areaError() {
        return pairs.stream()
                .mapToDouble(pair -> Math.abs(pair.left().area() - pair.right().area())
                        / (double) pair.right().area())
                .average()
                .orElse(Double.NaN);
    }
}
