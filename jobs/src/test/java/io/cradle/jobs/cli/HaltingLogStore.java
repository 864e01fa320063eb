package io.cradle.jobs.cli;

import io.delta.storage.LocalLogStore;
import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Delta's log on a local disk, with a {@link FailPoint} on either side of each commit: {@code before selection 0}. */
public final class HaltingLogStore extends LocalLogStore {
    /** Made by Delta. */
    public HaltingLogStore(Configuration hadoop) {
        super(hadoop);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        String commit = commit(path);
        FailPoint.reached("before " + commit);
        super.write(path, actions, overwrite, hadoop);
        FailPoint.reached("after " + commit);
    }

    /** {@code …/selection/_delta_log/00000000000000000003.json} to {@code selection 3}; its own name for another file. */
    private static String commit(Path path) {
        String name = path.getName();
        return name.matches("\\d{20}\\.json")
                ? path.getParent().getParent().getName() + " " + Long.parseLong(name.substring(0, 20))
                : name;
    }
}
