package io.cradle.ingest.hdf5;

import io.cradle.dataset.episode.Split;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the lists of names under {@code mask} declare: {@code train}, {@code valid} and {@code test}. */
final class Masks {
    private static final String MASK = "mask";
    private static final Map<String, Split> LISTS =
            Map.of("train", Split.TRAIN, "valid", Split.VAL, "test", Split.TEST);

    private Masks() {}

    /** The split of each take that is in one list; one that is in several has none, and that is noted. */
    static Map<String, Split> splits(Hdf5File file, Findings findings) {
        Map<String, Split> splits = new HashMap<>();
        Set<String> contradicted = new HashSet<>();
        Optional<Branch> masks = file.root().branch(MASK);
        LISTS.forEach((list, split) -> masks.flatMap(mask -> mask.array(list)).ifPresent(names -> {
            for (String name : names.texts()) {
                Split before = splits.put(name, split);
                if (before != null && before != split) {
                    contradicted.add(name);
                }
            }
        }));
        contradicted.stream().sorted().forEach(name -> findings.add(contradiction(file, name)));
        splits.keySet().removeAll(contradicted);
        return splits;
    }

    private static Finding contradiction(Hdf5File file, String name) {
        return Finding.noticed(
                file.path().toString(),
                name,
                "split contradicts itself",
                "it stands in several of 'mask/train', 'mask/valid', 'mask/test', so its split is drawn by hash; keep it in one");
    }
}
