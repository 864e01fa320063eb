package io.cradle.dataset.curation;

import io.cradle.dataset.score.Scoring;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * Section {@code curate} of the configuration: how episodes are measured, and which stages decide by it.
 *
 * @param stages which of the stages below decide, in this order: the first that an episode fails is the reason. What is
 *     wrong with an episode by itself comes before {@code duplicates} and {@code nearDuplicates}
 * @param scoring how episodes are measured; a change needs a new scan, all else doesn't
 */
public record CurationConfig(
        List<StageName> stages,
        Scoring scoring,
        Validity validity,
        Frozen frozen,
        Motion motion,
        Contact contact,
        IdleTail idleTail,
        Coverage coverage,
        Sensors sensors,
        TimeGaps timeGaps,
        Outliers outliers,
        Surprise surprise,
        NearDuplicates nearDuplicates)
        implements Serializable {
    public CurationConfig {
        stages = List.copyOf(stages);
        if (new HashSet<>(stages).size() < stages.size()) {
            throw new IllegalArgumentException(
                    "Invalid curate.stages=%s: a stage stands twice; name each once".formatted(stages));
        }
    }

    /** Whether a stage takes part. */
    public boolean has(StageName name) {
        return stages.contains(name);
    }

    /** The stages that judge an episode by itself, in order. */
    public List<Stage> judges() {
        return stages.stream()
                .filter(name -> name != StageName.DUPLICATES && name != StageName.NEAR_DUPLICATES)
                .map(this::judge)
                .toList();
    }

    private Stage judge(StageName name) {
        return switch (name) {
            case VALIDITY -> validity;
            case FROZEN -> frozen;
            case MOTION -> motion;
            case CONTACT -> contact;
            case IDLE_TAIL -> idleTail;
            case COVERAGE -> coverage;
            case SENSORS -> sensors;
            case TIME_GAPS -> timeGaps;
            case OUTLIERS -> outliers;
            case SURPRISE -> surprise;
            case DUPLICATES, NEAR_DUPLICATES -> throw new IllegalStateException(name.toString());
        };
    }
}
