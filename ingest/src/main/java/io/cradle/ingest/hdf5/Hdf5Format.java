package io.cradle.ingest.hdf5;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.TakeReader;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of HDF5 as robomimic, Minari or D4RL write them, told apart by what each holds.
 *
 * @param recordings one a file, at least one
 */
public record Hdf5Format(List<Recording> recordings) implements TakeFormat {
    private static final String UNDERSTOOD =
            "what is understood: robomimic ('data/demo_0/actions'), Minari ('episode_0/actions') and D4RL ('observations', 'actions', 'terminals', 'timeouts')";

    public Hdf5Format {
        recordings = List.copyOf(recordings);
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("Cannot ingest HDF5: there is no file; give at least one");
        }
    }

    /** Of files, none of which is opened yet. */
    public static Hdf5Format of(List<Recording> recordings) {
        return new Hdf5Format(recordings);
    }

    @Override
    public String name() {
        return "hdf5 1";
    }

    @Override
    public Stream<Take> takes(Recording recording, Findings findings) {
        Origin origin = Origin.of(recording.path());
        Hdf5File file = Hdf5File.open(recording.path());
        boolean opened = false;
        try {
            TakeReader reader = reader(file, origin, findings);
            opened = true;
            return reader.stream();
        } catch (Refusal refused) {
            throw refused.corrupt(recording.path());
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private static TakeReader reader(Hdf5File file, Origin origin, Findings findings) {
        if (!file.isWhole()) {
            findings.add(Finding.noticed(
                    file.path().toString(),
                    "",
                    "file cut short",
                    "it has fewer bytes than its head declares; what can be read is taken: copy it again"));
        }
        Branch root = file.root();
        List<String> demos = RobomimicDemos.names(root);
        if (!demos.isEmpty()) {
            return RobomimicDemos.open(file, origin, demos, findings);
        }
        List<String> episodes = MinariEpisodes.names(root);
        if (!episodes.isEmpty()) {
            return MinariEpisodes.open(file, origin, episodes, findings);
        }
        if (D4rlPieces.fits(root)) {
            return D4rlPieces.open(file, origin, findings);
        }
        throw new CorruptDataException(
                file.path().toString(), "it holds %s, and no episode; %s".formatted(root.names(), UNDERSTOOD));
    }
}
