package io.cradle.jobs.cli;

import io.cradle.jobs.CodeVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code cradle --version} says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {CodeVersion.text()};
    }
}
