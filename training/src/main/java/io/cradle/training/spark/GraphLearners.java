package io.cradle.training.spark;

import io.cradle.training.dl4j.GraphLearner;
import io.cradle.training.learner.Learner;
import io.cradle.training.learner.Learners;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Networks of a configuration that a user made. */
final class GraphLearners implements Learners<MultiDataSet> {
    private final ComputationGraphConfiguration configuration;
    private final List<TrainingListener> listeners;
    private final String id;

    /** @param id equal ones share networks */
    GraphLearners(ComputationGraphConfiguration configuration, List<TrainingListener> listeners, String id) {
        this.configuration = configuration;
        this.listeners = listeners;
        this.id = id;
    }

    @Override
    public Learner<MultiDataSet> create() {
        return new GraphLearner(network());
    }

    ComputationGraph network() {
        ComputationGraph network = new ComputationGraph(configuration.clone());
        network.init();
        network.setListeners(listeners);
        return network;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GraphLearners that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
