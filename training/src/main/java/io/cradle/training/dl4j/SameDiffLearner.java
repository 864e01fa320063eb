package io.cradle.training.dl4j;

import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Seeds;
import io.cradle.training.learner.Learner;
import io.cradle.training.learner.LearnerState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Trains a SameDiff graph with Adam. SameDiff says what the gradients are; {@link Tape}s compute them. Parameters and gradients are a
 * vector each, of which the graph's variables are views, so that a step of the optimiser is one operation and nothing is copied.
 */
public final class SameDiffLearner implements Learner<MultiDataSet> {
    /** Gradients of a whole model that are longer are cut down to this, as GPT-2's and its successors' are. */
    public static final double CLIP = 1.0;

    /** Shapes of minibatch whose tapes are kept: full ones, and the rest of a pass, to train on and to judge by. */
    private static final int TAPES = 4;

    /** Seed of the noise where nothing is learnt. */
    private static final long JUDGING = 0;

    private final SameDiffModel model;
    private final String layout;
    private final FlatVector parameters;
    private final FlatVector gradients;
    private final FlatAdam adam;
    private final Map<List<Object>, Tape> tapes = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Tape> eldest) {
            return size() > TAPES;
        }
    };
    private int steps;
    private long seed;

    /**
     * A learner at the graph's own values.
     *
     * @param rate of learning, by the number of the step, from 0
     * @param clip norm that gradients are cut down to, such as {@link #CLIP}, or infinity
     */
    public SameDiffLearner(SameDiffModel model, ISchedule rate, double clip) {
        Map<String, INDArray> variables = model.variables();
        this.model = model;
        this.layout = Digests.sha256(variables.entrySet().stream()
                .map(each -> each.getKey() + Arrays.toString(each.getValue().shape()))
                .collect(Collectors.joining("\n")));
        this.parameters = FlatVector.of(variables);
        this.gradients = FlatVector.like(variables);
        this.adam = new FlatAdam(parameters.vector(), rate, clip);
        Hush.during(model.graph()::createGradFunction); // which prints a line for every operation
    }

    @Override
    public void restore(LearnerState state, long seed) {
        state.requireLayout(layout);
        Vectors.set(state.parameters(), parameters.vector());
        adam.restore(state.moments());
        steps = state.steps();
        this.seed = seed;
        Nd4j.getRandom().setSeed(seed);
    }

    @Override
    public double fit(MultiDataSet minibatch) {
        Tape tape = tape(minibatch, Purpose.TRAIN, Seeds.child(seed, steps));
        tape.run();
        double loss = tape.array(model.loss()).getDouble(0);
        adam.step(parameters.vector(), gradients.vector(), steps);
        steps++;
        return loss;
    }

    /** As of {@link Learner}, with the same noise every time. */
    @Override
    public double loss(MultiDataSet minibatch) {
        Tape tape = tape(minibatch, Purpose.JUDGE, JUDGING);
        tape.run();
        return tape.array(model.loss()).getDouble(0);
    }

    /**
     * Where the time of a gradient goes; changes nothing.
     *
     * @return nanoseconds by kind of operation
     */
    public Map<String, Long> profile(MultiDataSet minibatch) {
        Map<String, Long> nanos = new HashMap<>();
        tape(minibatch, Purpose.TRAIN, JUDGING).run(nanos);
        return nanos;
    }

    @Override
    public int examples(MultiDataSet minibatch) {
        return Math.toIntExact(minibatch.getFeatures(0).size(0));
    }

    @Override
    public LearnerState state() {
        return new LearnerState(layout, Vectors.floats(parameters.vector()), adam.moments(), steps);
    }

    @Override
    public void close() {
        tapes.clear();
    }

    private enum Purpose {
        TRAIN,
        JUDGE
    }

    /**
     * A tape with this minibatch as its input.
     *
     * @param noise seed of the random numbers in it
     */
    private Tape tape(MultiDataSet minibatch, Purpose purpose, long noise) {
        List<INDArray> inputs = inputs(minibatch);
        List<Object> key = new ArrayList<>(List.of(purpose));
        inputs.forEach(input -> key.add(Arrays.toString(input.shape())));
        Tape tape = tapes.computeIfAbsent(key, absent -> lay(inputs, purpose));
        for (int i = 0; i < inputs.size(); i++) {
            tape.array(model.inputs().get(i)).assign(inputs.get(i));
        }
        SplittableRandom random = new SplittableRandom(noise);
        model.noise().forEach((name, kind) -> kind.fill(tape.array(name), random));
        return tape;
    }

    private List<INDArray> inputs(MultiDataSet minibatch) {
        List<INDArray> inputs = new ArrayList<>(List.of(minibatch.getFeatures()));
        inputs.addAll(List.of(minibatch.getLabels()));
        if (inputs.size() != model.inputs().size() || minibatch.hasMaskArrays()) {
            throw new IllegalArgumentException(
                    "Cannot feed a minibatch of %d arrays, masks: %s; the model takes %s and no masks"
                            .formatted(inputs.size(), minibatch.hasMaskArrays(), model.inputs()));
        }
        return inputs;
    }

    private Tape lay(List<INDArray> inputs, Purpose purpose) {
        Map<String, INDArray> given = new HashMap<>(parameters.parts());
        for (int i = 0; i < inputs.size(); i++) {
            given.put(
                    model.inputs().get(i),
                    inputs.get(i).dup('c').castTo(parameters.vector().dataType()));
        }
        model.noise()
                .keySet()
                .forEach(name -> given.put(name, noise(name, inputs.get(0).size(0))));
        List<String> wanted = new ArrayList<>(List.of(model.loss()));
        SameDiff graph = model.graph();
        if (purpose == Purpose.JUDGE) {
            return new Tape(graph, given, wanted);
        }
        gradients.parts().forEach((name, part) -> {
            String gradient = graph.getVariable(name).getGradient().name();
            given.put(gradient, part);
            wanted.add(gradient);
        });
        return new Tape(graph.getFunction("grad"), given, wanted);
    }

    /** Room for the random numbers of so many examples. */
    private INDArray noise(String name, long examples) {
        long[] shape = model.graph().getVariable(name).placeholderShape().clone();
        shape[0] = examples;
        return Nd4j.create(parameters.vector().dataType(), shape, 'c');
    }
}
