package io.cradle.jobs.progress;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar a stage, by the progressbar library. */
final class TerminalProgress implements Progress {
    private static final int REDRAW_MILLISECONDS = 200;

    private Optional<ProgressBar> bar = Optional.empty();

    @Override
    public synchronized void stage(String name, long total) {
        done();
        bar = Optional.of(new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total == 0 ? -1 : total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLISECONDS)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .showSpeed()
                .build());
    }

    @Override
    public synchronized void extend(long steps) {
        bar.ifPresent(open -> open.maxHint(Math.max(0, open.getMax()) + steps));
    }

    @Override
    public synchronized void advance(long steps) {
        bar.ifPresent(open -> open.stepBy(steps));
    }

    @Override
    public synchronized void note(String text) {
        bar.ifPresent(open -> open.setExtraMessage(text));
    }

    @Override
    public synchronized void done() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
