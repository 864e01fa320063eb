package io.cradle.ingest.export;

import io.cradle.ingest.assembly.StreamsConfig;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Knows what the writers of this package wrote. Where the configuration asks for anything that would change numbers (a rate,
 * pieces, streams or frames), nothing is known: such files are then read as anybody's.
 */
public final class ExportedSources {
    private ExportedSources() {}

    /** The source at the root of a dataset of LeRobot, if it was exported. */
    public static Optional<EpisodeSource> ofLeRobot(Path root, TakeConfig config) {
        return isAsItIs(config) ? LeRobotExport.at(root, config).map(EpisodeSource.class::cast) : Optional.empty();
    }

    /** The source of archives of NumPy, if the first one that can be read was exported. */
    public static Optional<EpisodeSource> ofNpz(List<Recording> files, TakeConfig config) {
        return isAsItIs(config) && RecordingFiles.first(files, file -> NpzExport.fits(file.path()))
                ? Optional.of(NpzExport.of(files, config))
                : Optional.empty();
    }

    private static boolean isAsItIs(TakeConfig config) {
        return config.rate() == 0
                && config.longestGap() == 0
                && config.episodeSteps() == 0
                && config.streams().equals(StreamsConfig.TOLD)
                && config.frames().equals(FramesConfig.LCD);
    }
}
