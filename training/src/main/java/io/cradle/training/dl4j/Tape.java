package io.cradle.training.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.shape.Reshape;
import org.nd4j.linalg.api.ops.impl.shape.Shape;
import org.nd4j.linalg.api.ops.impl.transforms.strict.GELUDerivative;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A SameDiff graph without control flow, laid out once for inputs of one shape: its operations in order, each with its arrays. SameDiff's own
 * session works all that out anew in every step, and copies where a tape has views.
 *
 * <p>What holds an intermediate result holds another one once nothing reads it any more; reshaping costs nothing.
 */
final class Tape {
    private static final float STEEP = 20;

    private final SameDiff graph;
    private final Map<String, INDArray> arrays = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final Scratch scratch = new Scratch();

    /**
     * Runs the graph once.
     *
     * @param given arrays to read placeholders and variables from, and to write results to
     * @param wanted names of the results
     */
    Tape(SameDiff graph, Map<String, INDArray> given, List<String> wanted) {
        this.graph = graph;
        Lifetimes lifetimes = Lifetimes.of(graph, wanted);
        for (SDVariable each : graph.variables()) {
            if (each.getVariableType() == VariableType.CONSTANT || each.getVariableType() == VariableType.VARIABLE) {
                arrays.put(each.name(), each.getArr());
            }
        }
        arrays.putAll(given);
        List<SameDiffOp> operations = lifetimes.operations();
        for (int i = 0; i < operations.size(); i++) {
            record(operations.get(i));
            lifetimes
                    .endingAt(i)
                    .filter(name -> !given.containsKey(name))
                    .forEach(name -> scratch.free(arrays.get(name)));
        }
    }

    /** Whether the operation gives back its input, seen differently. */
    static boolean isView(DifferentialFunction operation) {
        return operation instanceof Reshape;
    }

    /** Whether the operation reads nothing but shapes, which stay as they are. */
    static boolean isOfShapes(DifferentialFunction operation) {
        return operation instanceof Shape;
    }

    private void record(SameDiffOp step) {
        DifferentialFunction operation = step.getOp();
        List<INDArray> inputs = step.getInputsToOp().stream().map(arrays::get).toList();
        OpContext context = Nd4j.getExecutioner().buildContext();
        List<LongShapeDescriptor> shapes = shapes(operation, inputs, context);
        List<String> outputs = step.getOutputsOfOp();
        if (isView(operation)) {
            arrays.put(outputs.get(0), inputs.get(0).reshape('c', shapes.get(0).getShape()));
            return;
        }
        for (int i = 0; i < outputs.size(); i++) {
            LongShapeDescriptor shape = shapes.get(i);
            INDArray output = arrays.computeIfAbsent(
                    outputs.get(i), name -> scratch.take(graph.getVariable(name).dataType(), shape.getShape()));
            context.setOutputArray(i, output);
        }
        if (operation instanceof GELUDerivative) {
            bound(inputs.get(0), context);
        }
        Call call = new Call(operation, context);
        call.run();
        if (!isOfShapes(operation)) {
            calls.add(call);
        }
    }

    /**
     * Cuts the argument of a slope of GELU, x σ(1.702 x), where the slope is 1 to the last bit: ND4J's operation squares exp(1.702 x),
     * which a float cannot hold above x = 26.06, and gives no number there. Done in the array of the result, which takes its place.
     */
    private void bound(INDArray argument, OpContext slope) {
        INDArray result = slope.getOutputArray(0);
        OpContext context = Nd4j.getExecutioner().buildContext();
        context.setInputArray(0, argument);
        context.setOutputArray(0, result);
        Call call = new Call(new ScalarMin(argument, null, result, STEEP), context);
        call.run();
        calls.add(call);
        slope.setInputArray(0, result);
    }

    private static List<LongShapeDescriptor> shapes(
            DifferentialFunction operation, List<INDArray> inputs, OpContext context) {
        if (operation instanceof DynamicCustomOp custom) {
            context.setArgs(
                    inputs.toArray(INDArray[]::new), custom.iArgs(), custom.dArgs(), custom.tArgs(), custom.bArgs());
            return custom.calculateOutputShape(context);
        }
        for (int i = 0; i < inputs.size(); i++) {
            context.setInputArray(i, inputs.get(i));
        }
        return ((BaseOp) operation).calculateOutputShape(context);
    }

    /** Computes all results anew from what is in the given arrays now. */
    void run() {
        calls.forEach(Call::run);
    }

    /** As {@link #run}; adds to each operation's time, nanoseconds by its name. */
    void run(Map<String, Long> nanos) {
        for (Call call : calls) {
            long begin = System.nanoTime();
            call.run();
            nanos.merge(call.operation.opName(), System.nanoTime() - begin, Long::sum);
        }
    }

    /** A given array or a wanted result; others are overwritten. */
    INDArray array(String name) {
        return arrays.get(name);
    }

    private record Call(DifferentialFunction operation, OpContext context) {
        void run() {
            if (operation instanceof CustomOp custom) {
                Nd4j.exec(custom, context);
            } else {
                Nd4j.exec((Op) operation, context);
            }
        }
    }
}
