package io.cradle.rollout;

import java.io.IOException;
import java.io.InputStream;

/**
 * A copy of the physics engine, with static fields of its own. jbox2d 2.2.1.1 computes collisions in static vectors, so
 * threads that share a copy corrupt each other. The engine's classes are defined here from the bytes that the
 * application's own loader has, wherever it got them; everything else, and so all that crosses the border, is the
 * application's.
 */
final class EngineLoader extends ClassLoader {
    private static final String ENGINE = "org.jbox2d.";
    private static final String OURS = "io.cradle.rollout.box2d.";

    static {
        registerAsParallelCapable();
    }

    EngineLoader(ClassLoader application) {
        super("cradle-engine", application);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ENGINE) && !name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? copy(name) : loaded;
        }
    }

    private Class<?> copy(String name) throws ClassNotFoundException {
        try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = bytes.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
