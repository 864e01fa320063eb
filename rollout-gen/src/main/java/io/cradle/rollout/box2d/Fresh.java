package io.cradle.rollout.box2d;

import java.lang.reflect.Constructor;
import java.util.function.Supplier;
import org.jbox2d.dynamics.contacts.Contact;
import org.jbox2d.pooling.IDynamicStack;
import org.jbox2d.pooling.IWorldPool;

/** Contacts of one kind, each made when it is asked for, and left to the garbage collector when it is given back. */
final class Fresh implements IDynamicStack<Contact> {
    private final Constructor<? extends Contact> maker;
    private final Supplier<IWorldPool> pool;

    /** @param pool that contacts take vectors from */
    Fresh(Class<? extends Contact> kind, Supplier<IWorldPool> pool) {
        try {
            this.maker = kind.getConstructor(IWorldPool.class);
        } catch (NoSuchMethodException gone) {
            throw new IllegalStateException("Cannot make %s of a pool".formatted(kind), gone);
        }
        this.pool = pool;
    }

    @Override
    public Contact pop() {
        try {
            return maker.newInstance(pool.get());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("Cannot make a contact by %s".formatted(maker), broken);
        }
    }

    @Override
    public void push(Contact contact) {
        // Nothing is kept.
    }
}
