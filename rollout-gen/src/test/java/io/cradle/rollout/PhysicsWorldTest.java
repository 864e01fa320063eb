package io.cradle.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Start;
import io.cradle.rollout.box2d.PhysicsEnvironment;
import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.world.WorldDefinition;
import io.cradle.rollout.world.Worlds;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PhysicsWorldTest {
    private static final PhysicsWorld BOUNCE = new PhysicsWorld(Worlds.BOUNCE);
    private static final ClassLoader APPLICATION = PhysicsWorldTest.class.getClassLoader();

    @Test
    void twoThreadsMakeTheEpisodesThatOneMakes() throws Exception {
        List<RolloutTask> tasks = RolloutPlan.of(
                        new PhysicsWorld(Worlds.URCHIN),
                        Policies.named("uniform"),
                        new RolloutConfig("urchin", 6, 11, 1, "uniform"))
                .tasks(0, 6);
        List<Episode> serial = Rollout.run(tasks);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<List<Episode>> all = () -> Rollout.run(tasks);
            for (Future<List<Episode>> concurrent : threads.invokeAll(List.of(all, all))) {
                assertThat(concurrent.get()).isEqualTo(serial);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyEngineHasStaticsOfItsOwn() throws Exception {
        Object application = pool(APPLICATION);
        Object first = pool(new EngineLoader(APPLICATION));
        Object second = pool(new EngineLoader(APPLICATION));
        assertThat(first).isNotSameAs(second).isNotSameAs(application);
        assertThat(first.getClass()).isNotSameAs(second.getClass());
    }

    @Test
    void sineTablesAreOffInEveryEngine() throws Exception {
        EngineLoader engine = new EngineLoader(APPLICATION);
        try (Environment environment = (Environment) engine.loadClass(PhysicsEnvironment.class.getName())
                .getConstructor(WorldDefinition.class, List.class, int.class)
                .newInstance(Worlds.BOUNCE, List.of(), 1)) {
            assertThat(environment.getClass()).isNotSameAs(PhysicsEnvironment.class);
            environment.reset(List.of(new Start.Seed(1)));
        }
        assertThat(engine.loadClass("org.jbox2d.common.Settings")
                        .getField("SINCOS_LUT_ENABLED")
                        .getBoolean(null))
                .isFalse();
    }

    @Test
    void enginesAreBoundedAndComeBack() {
        EnginePool two = new EnginePool(2);
        Environment first = two.open(BOUNCE, 1);
        try (Environment second = two.open(BOUNCE, 1)) {
            assertThat(second.worlds()).isEqualTo(1);
            assertThatThrownBy(() -> two.open(BOUNCE, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Cannot open another physics environment: 2 are open; close those that are done");
            first.close();
            first.close();
            try (Environment third = two.open(BOUNCE, 1)) {
                assertThatThrownBy(() -> two.open(BOUNCE, 1)).isInstanceOf(IllegalStateException.class);
                assertThat(third.reset(List.of(new Start.Seed(1)))).hasSize(3);
            }
        }
    }

    @Test
    void aRefusedEnvironmentGivesItsEngineBack() {
        EnginePool one = new EnginePool(1);
        assertThatThrownBy(() -> one.open(BOUNCE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot open 0 worlds");
        try (Environment environment = one.open(BOUNCE, 1)) {
            assertThat(environment.worlds()).isEqualTo(1);
        }
    }

    @Test
    void aClosedEnvironmentCannotBeUsed() {
        Environment environment = new PhysicsWorld(Worlds.BOUNCE).open(1);
        environment.reset(List.of(new Start.Seed(1)));
        environment.close();
        assertThatThrownBy(environment::snapshot)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot use an environment that was closed: open another");
    }

    /** The scratch vector that makes sharing a copy unsafe. */
    private static Object pool(ClassLoader loader) throws ReflectiveOperationException {
        Field pool = loader.loadClass("org.jbox2d.common.Transform").getDeclaredField("pool");
        pool.setAccessible(true);
        return pool.get(null);
    }
}
