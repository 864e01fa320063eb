package io.cradle.rollout.box2d;

import io.cradle.rollout.world.Frozen;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jbox2d.common.Settings;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.World;
import org.jbox2d.dynamics.contacts.Contact;
import org.jbox2d.dynamics.joints.RevoluteJoint;
import org.jbox2d.pooling.IWorldPool;
import org.jbox2d.pooling.normal.DefaultWorldPool;
import org.jbox2d.pooling.normal.OrderedStack;

/**
 * Makes worlds of the engine that share what a step needs only while it lasts: the solver's tables are some 750 of the
 * 820 KB that a new {@link World} takes, and worlds of one environment are stepped one after the other. So are the vectors and matrices
 * that a step takes from the pool and puts back; where some were not put back, a world may still hold them, and the next ones get new
 * ones. Pools of contacts are not shared: a discarded world would never give its contacts back.
 */
final class Engine {
    static {
        Settings.SINCOS_LUT_ENABLED = false;
    }

    /** Fields of a world that hold the solver's tables. */
    private static final List<String> SCRATCH = List.of("island", "toiIsland");
    /** Fields of a pool that hold contacts, by the shapes that meet. */
    private static final List<String> STACKS =
            List.of("pcstack", "ccstack", "cpstack", "ecstack", "epstack", "chcstack", "chpstack");

    /** Fields of a pool that hold what is put back within a step. */
    private static final List<String> LENT = List.of("vecs", "vec3s", "mats", "mat33s", "aabbs", "rots");

    private final Copier copier = new Copier();
    private final Map<Class<?>, Map<String, Field>> fields = new HashMap<>();
    private final World blank = new World(new Vec2());
    private IWorldPool lender = lender();

    /** A world with nothing in it. */
    World world(double gravity) {
        World world = copying(blank).of(blank, World.class);
        world.setGravity(new Vec2(0, (float) gravity));
        return world;
    }

    /**
     * A copy that goes on bit for bit.
     *
     * @param frozen of this or of another copy of the engine; it isn't changed
     */
    Frozen copy(Frozen frozen) {
        Copier.Copying copying = copying(frozen.world());
        World world = copying.of(frozen.world(), World.class);
        claim(world);
        return new Frozen(
                world, copying.of(frozen.bodies(), Body[].class), copying.of(frozen.joints(), RevoluteJoint[].class));
    }

    /** Begins a copy that gets this engine's scratch, and a pool of its own. */
    private Copier.Copying copying(Object original) {
        IWorldPool pool = pool();
        Object old = read(original, "pool");
        Copier.Copying copying = copier.begin().replace(old, pool);
        SCRATCH.forEach(field -> copying.replace(read(original, field), read(blank, field)));
        STACKS.forEach(field -> copying.replace(read(old, field), read(pool, field)));
        return copying;
    }

    private IWorldPool pool() {
        if (LENT.stream().anyMatch(field -> !read(read(lender, field), "index").equals(0))) {
            lender = lender();
        }
        IWorldPool pool = new DefaultWorldPool(1, 1);
        LENT.forEach(field -> write(pool, field, read(lender, field)));
        return pool;
    }

    private static IWorldPool lender() {
        return new DefaultWorldPool(World.WORLD_POOL_SIZE, World.WORLD_POOL_CONTAINER_SIZE);
    }

    /** Takes as many contacts out of the new pool as there are, for they will be put back into it. */
    private static void claim(World world) {
        for (Contact contact = world.getContactList(); contact != null; contact = contact.getNext()) {
            world.popContact(
                    contact.getFixtureA(), contact.getChildIndexA(), contact.getFixtureB(), contact.getChildIndexB());
        }
    }

    private Object read(Object owner, String name) {
        try {
            return field(owner, name).get(owner);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("Cannot read the engine's field %s of %s".formatted(name, owner), closed);
        }
    }

    private void write(Object owner, String name, Object value) {
        try {
            field(owner, name).set(owner, value);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("Cannot set the engine's field %s of %s".formatted(name, owner), closed);
        }
    }

    /** Looked up once: a particle filter begins tens of thousands of worlds a step. */
    private Field field(Object owner, String name) {
        Class<?> declaring = owner instanceof OrderedStack ? OrderedStack.class : owner.getClass();
        return fields.computeIfAbsent(declaring, any -> new HashMap<>())
                .computeIfAbsent(name, any -> opened(declaring, name));
    }

    private static Field opened(Class<?> declaring, String name) {
        try {
            Field field = declaring.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException gone) {
            throw new IllegalStateException("Cannot find the engine's field %s of %s".formatted(name, declaring), gone);
        }
    }
}
