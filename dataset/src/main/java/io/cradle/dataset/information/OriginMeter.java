package io.cradle.dataset.information;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What it costs to keep simulated episodes as what they are functions of: for each its seed and number of steps, once for each
 * world, policy and generator the text that names it; and with the actions, where the policy is not to be asked again. The world's
 * definition and the code are taken to be there.
 */
final class OriginMeter implements Meter {
    private static final String SIMULATED = "rollout";
    private static final String SEED = "seed";
    private static final String SEED_AND_ACTIONS = "seed + actions";

    private final int bytes;
    private final Optional<TensorMeter> actions;
    private final Set<String> names = new HashSet<>();
    private long episodes;
    private long recorded;

    /**
     * A meter of whole episodes.
     *
     * @param bytes of all tensors in a step
     * @param actions measures these; empty where there are none
     */
    OriginMeter(int bytes, Optional<TensorMeter> actions) {
        this.bytes = bytes;
        this.actions = actions;
    }

    @Override
    public void add(Episode episode) {
        Provenance from = episode.provenance();
        episodes++;
        recorded += from.source().equals(SIMULATED) ? 0 : 1;
        names.addAll(List.of(from.worldDigest(), from.policy(), from.generator()));
    }

    @Override
    public List<Cost> costs(long steps) {
        List<Cost> costs = new ArrayList<>();
        costs.add(new Cost(Cost.EPISODE, TensorMeter.RAW, (double) bytes * Byte.SIZE));
        if (recorded == 0) {
            actions.ifPresent(meter -> costs.add(
                    new Cost(Cost.EPISODE, SEED_AND_ACTIONS, StreamMeter.bits(identity() + meter.least(), steps))));
            costs.add(new Cost(Cost.EPISODE, SEED, StreamMeter.bits(identity(), steps)));
        }
        return costs;
    }

    private long identity() {
        long texts = names.stream()
                .mapToLong(name -> name.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return episodes * (Long.BYTES + Integer.BYTES) + texts;
    }

    @Override
    public List<Omission> omissions() {
        return recorded == 0
                ? List.of()
                : List.of(new Omission(
                        Cost.EPISODE,
                        "%s, %s".formatted(SEED_AND_ACTIONS, SEED),
                        "%d of %d episodes are not of source '%s': what was recorded cannot be simulated again, and a dream needs its model"
                                .formatted(recorded, episodes, SIMULATED)));
    }
}
