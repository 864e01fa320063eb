package io.cradle.training.dl4j;

import io.cradle.dataset.spec.Digests;
import io.cradle.training.learner.Learner;
import io.cradle.training.learner.LearnerState;
import io.cradle.training.model.Floats;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A {@code ComputationGraph} of DL4J as a learner. What it counts its steps by is set with its parameters: a clone of a network forgets it,
 * and Adam's bias correction would begin anew on moments that are not zero.
 */
public final class GraphLearner implements Learner<MultiDataSet> {
    private final ComputationGraph network;
    private final String layout;

    /** @param network initialised; this learner's alone from now on */
    public GraphLearner(ComputationGraph network) {
        this.network = network;
        this.layout = layout(network);
    }

    /** Digest of the names and shapes of a network's parameters, in the order of their names. */
    public static String layout(ComputationGraph network) {
        return Digests.sha256(new TreeMap<>(network.paramTable())
                .entrySet().stream()
                        .map(each -> each.getKey() + each.getValue().shapeInfoToString())
                        .collect(Collectors.joining("\n")));
    }

    /** Sets a network to a state, as {@link #restore} does. */
    public static void set(ComputationGraph network, LearnerState state) {
        Vectors.set(state.parameters(), network.params());
        if (state.moments().size() > 0) {
            Vectors.set(state.moments(), moments(network));
        } else if (moments(network) != null) {
            moments(network).assign(0);
        }
        network.getConfiguration().setIterationCount(state.steps());
    }

    /** Where a network stands. */
    public static LearnerState of(ComputationGraph network) {
        return new LearnerState(
                layout(network),
                Vectors.floats(network.params()),
                flatMoments(network),
                network.getConfiguration().getIterationCount());
    }

    @Override
    public void restore(LearnerState state, long seed) {
        state.requireLayout(layout);
        Nd4j.getRandom().setSeed(seed);
        network.clear();
        set(network, state);
    }

    @Override
    public double fit(MultiDataSet minibatch) {
        network.fit(minibatch);
        return network.score();
    }

    @Override
    public double loss(MultiDataSet minibatch) {
        return network.score(minibatch, false);
    }

    @Override
    public int examples(MultiDataSet minibatch) {
        return Math.toIntExact(minibatch.getFeatures(0).size(0));
    }

    @Override
    public LearnerState state() {
        return new LearnerState(
                layout,
                Vectors.floats(network.params()),
                flatMoments(network),
                network.getConfiguration().getIterationCount());
    }

    /** Empty where the optimiser has none. */
    private static Floats flatMoments(ComputationGraph network) {
        INDArray moments = moments(network);
        return moments == null ? Floats.owning(new float[0]) : Vectors.floats(moments);
    }

    private static INDArray moments(ComputationGraph network) {
        return network.getUpdater().getStateViewArray();
    }

    @Override
    public void close() {
        network.close();
    }
}
