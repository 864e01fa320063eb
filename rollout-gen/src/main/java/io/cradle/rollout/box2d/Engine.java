package io.cradle.rollout.box2d;

import io.cradle.rollout.world.Frozen;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jbox2d.collision.broadphase.DynamicTree;
import org.jbox2d.common.Settings;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.World;
import org.jbox2d.dynamics.contacts.ContactRegister;
import org.jbox2d.dynamics.joints.RevoluteJoint;
import org.jbox2d.pooling.IWorldPool;
import org.jbox2d.pooling.normal.DefaultWorldPool;
import org.jbox2d.pooling.normal.OrderedStack;

/**
 * Makes worlds of the engine that share what a step needs only while it lasts: the solver's tables are some 750 of the
 * 820 KB that a new {@link World} takes, and worlds of one environment are stepped one after the other. So is the pool of vectors and matrices,
 * which a step takes and puts back; where some were not put back, a world may still hold them, and the next ones get a new pool. Contacts
 * are not pooled, for a discarded world would never give its own back: each is made when two things come near each other, and as new
 * as the engine makes one that it takes from a pool.
 */
final class Engine {
    static {
        Settings.SINCOS_LUT_ENABLED = false;
    }

    /** Fields of a world whose content lasts no longer than a step: the solver's tables, times that nobody reads, and what is drawn. */
    private static final List<String> SCRATCH = List.of(
            "island",
            "toiIsland",
            "toiInput",
            "toiOutput",
            "backup1",
            "backup2",
            "step",
            "subStep",
            "m_profile",
            "islandProfile",
            "stepTimer",
            "tempTimer",
            "broadphaseTimer",
            "wqwrapper",
            "wrcwrapper",
            "input",
            "contactStacks",
            "color",
            "liquidColor",
            "xf",
            "avs",
            "tlvertices");
    /** Fields of a pool that hold what is put back within a step. */
    private static final List<String> LENT = List.of("vecs", "vec3s", "mats", "mat33s", "aabbs", "rots");

    private final Copier copier = new Copier();
    private final Map<Class<?>, Map<String, Field>> fields = new HashMap<>();
    private final World blank = new World(new Vec2());
    private final Object tree = read(read(read(blank, "m_contactManager"), "m_broadPhase"), "m_tree");
    private IWorldPool pool = pool();

    Engine() {
        // Shapes that never meet, such as two edges, have no register.
        for (ContactRegister[] row : (ContactRegister[][]) read(blank, "contactStacks")) {
            for (ContactRegister register : row) {
                if (register != null) {
                    register.creator = new Fresh(register.creator.pop().getClass(), () -> pool);
                }
            }
        }
    }

    /** A world with nothing in it. */
    World world(double gravity) {
        // A new tree is as empty as the blank world's, whose nodes need not be copied.
        World world = copying(blank).replace(tree, new DynamicTree()).of(blank, World.class);
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
        return new Frozen(
                copying.of(frozen.world(), World.class),
                copying.of(frozen.bodies(), Body[].class),
                copying.of(frozen.joints(), RevoluteJoint[].class));
    }

    /** Begins a copy that gets this engine's scratch and pool. */
    private Copier.Copying copying(Object original) {
        if (LENT.stream().anyMatch(field -> !read(read(pool, field), "index").equals(0))) {
            pool = pool();
        }
        Copier.Copying copying = copier.begin().replace(read(original, "pool"), pool);
        SCRATCH.forEach(field -> copying.replace(read(original, field), read(blank, field)));
        return copying;
    }

    private static IWorldPool pool() {
        return new DefaultWorldPool(World.WORLD_POOL_SIZE, World.WORLD_POOL_CONTAINER_SIZE);
    }

    private Object read(Object owner, String name) {
        try {
            return field(owner, name).get(owner);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("Cannot read the engine's field %s of %s".formatted(name, owner), closed);
        }
    }

    /** Looked up once: finding a field by its name takes longer than reading it. */
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
