package io.cradle.training.planning;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * boxLCD's BodyGoal (Young et al.): all parts of the robots at given places. The distance is the mean of |goal - current| over the x
 * and y of {@code proprio}, as stored: 1 is half the arena's width or height. Angles don't count.
 *
 * @param indices of the elements of {@code proprio} that are an x or y
 * @param places where each of them is to be
 * @param threshold distance below which the goal is reached, above 0
 */
public record BodyGoal(List<Integer> indices, List<Float> places, double threshold) implements Goal {
    private static final String PLACE = ".*:[xy]:p";

    public BodyGoal {
        indices = List.copyOf(indices);
        places = List.copyOf(places);
        if (indices.isEmpty() || indices.size() != places.size()) {
            throw new IllegalArgumentException(
                    "Invalid goal of %d elements and %d places: there must be as many of both, at least 1"
                            .formatted(indices.size(), places.size()));
        }
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("Invalid plan.threshold=%s: must be above 0".formatted(threshold));
        }
    }

    /**
     * The goal of being as another world is now.
     *
     * @param observed of one world, a {@code proprio [1, P]} among it
     * @throws IllegalArgumentException if no proprio is shown, or it has no places
     */
    public static BodyGoal of(List<Tensor> observed, double threshold) {
        Tensor proprio = proprio(observed);
        List<Integer> indices = places(proprio.spec());
        List<Float> places =
                indices.stream().map(index -> proprio.value(0, index)).toList();
        return new BodyGoal(indices, places, threshold);
    }

    /**
     * Refuses an environment in which this goal can't be measured.
     *
     * @param name of it, for people
     */
    static void requireIn(String name, List<TensorSpec> observations) {
        TensorSpec proprio = observations.stream()
                .filter(tensor -> tensor.name().equals(Layout.PROPRIO))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot plan in %s: it doesn't predict '%s', it shows %s; name a model that was trained on a table with a robot's '%2$s'"
                                .formatted(
                                        name,
                                        Layout.PROPRIO,
                                        observations.stream()
                                                .map(TensorSpec::name)
                                                .toList())));
        if (places(proprio).isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot plan in %s: '%s' has no channel NAME:x:p or NAME:y:p; goal BODY needs a world with a robot"
                            .formatted(name, Layout.PROPRIO));
        }
    }

    @Override
    public double distance(List<Tensor> observed, int world) {
        Tensor proprio = proprio(observed);
        double sum = 0;
        for (int i = 0; i < indices.size(); i++) {
            sum += Math.abs(places.get(i) - proprio.value(world, indices.get(i)));
        }
        return sum / indices.size();
    }

    @Override
    public boolean reached(double distance) {
        return distance < threshold;
    }

    private static List<Integer> places(TensorSpec proprio) {
        return IntStream.range(0, proprio.channels().size())
                .filter(i -> proprio.channels().get(i).name().matches(PLACE))
                .boxed()
                .toList();
    }

    private static Tensor proprio(List<Tensor> observed) {
        for (Tensor tensor : observed) {
            if (tensor.spec().name().equals(Layout.PROPRIO)) {
                return tensor;
            }
        }
        throw new IllegalArgumentException(
                "Cannot measure a goal on %s: there is no '%s'".formatted(observed, Layout.PROPRIO));
    }
}
