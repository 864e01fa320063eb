package io.cradle.rollout;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;

/** An environment on a lent engine; closed, it gives the engine back, and can't be used any more. */
final class LeasedEnvironment implements Environment {
    private final Environment inner;
    private final Runnable giveBack;
    private final long clippedBefore;
    private boolean closed;

    LeasedEnvironment(Environment inner, Runnable giveBack) {
        this.inner = inner;
        this.giveBack = giveBack;
        this.clippedBefore = inner.clipped();
    }

    @Override
    public int worlds() {
        return inner.worlds();
    }

    @Override
    public List<TensorSpec> observations() {
        return inner.observations();
    }

    @Override
    public TensorSpec action() {
        return inner.action();
    }

    @Override
    public List<Tensor> reset(List<Start> starts) {
        return open().reset(starts);
    }

    @Override
    public List<Tensor> step(Tensor action) {
        return open().step(action);
    }

    @Override
    public long clipped() {
        return inner.clipped() - clippedBefore;
    }

    @Override
    public List<Snapshot> snapshot() {
        return open().snapshot();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            inner.close();
            giveBack.run();
        }
    }

    private Environment open() {
        if (closed) {
            throw new IllegalStateException("Cannot use an environment that was closed: open another");
        }
        return inner;
    }
}
