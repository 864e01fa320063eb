package io.cradle.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.jobs.LocalSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;

class TaskProgressTest {
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Progress progress = new Progress() {
        @Override
        public void stage(String name, long total) {
            said.add(name + " " + total);
        }

        @Override
        public void extend(long steps) {
            said.add("of " + steps);
        }

        @Override
        public void advance(long steps) {
            said.add("+" + steps);
        }

        @Override
        public void note(String text) {
            said.add(text);
        }

        @Override
        public void done() {
            said.add("done");
        }
    };

    @Test
    void itemsAreShownWhileTheyAreMadeAndNeverMoreThanThereAre() throws Exception {
        listening(spark -> {
            spark.setLocalProperty(TaskProgress.STAGE, "Make");
            spark.setLocalProperty(TaskProgress.ITEMS, "8 first");
            LongAccumulator items = spark.sc().longAccumulator(TaskProgress.ITEMS);
            spark.parallelize(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 1).foreach(item -> {
                items.add(1);
                Thread.sleep(150);
            });
            spark.setLocalProperty(TaskProgress.STAGE, null);
            spark.setLocalProperty(TaskProgress.ITEMS, null);
        });
        assertThat(said).noneMatch(line -> line.startsWith("of "));
        List<Long> steps = said.stream()
                .map(line -> Long.parseLong(line.substring(1)))
                .filter(n -> n > 0)
                .toList();
        assertThat(steps.stream().mapToLong(step -> step).sum()).isEqualTo(8);
        assertThat(steps).as("said during the one task, not at its end").hasSizeGreaterThan(1);
    }

    @Test
    void tasksOfANamedJobAreStepsAndOthersAreUnseen() throws Exception {
        listening(spark -> {
            assertThat(spark.parallelize(List.of(1, 2, 3), 3).count()).isEqualTo(3);
            spark.setLocalProperty(TaskProgress.STAGE, "Count");
            assertThat(spark.parallelize(List.of(1, 2, 3), 3).count()).isEqualTo(3);
            spark.setLocalProperty(TaskProgress.STAGE, null);
            assertThat(spark.parallelize(List.of(1, 2), 2).count()).isEqualTo(2);
        });
        assertThat(said).containsExactly("of 3", "+1", "+1", "+1");
    }

    /** Listeners are told a little later: what they were told is looked at when all has come through. */
    private void listening(Consumer<JavaSparkContext> work) throws Exception {
        SparkContext spark = LocalSession.spark().sparkContext();
        TaskProgress listener = new TaskProgress(progress);
        spark.addSparkListener(listener);
        work.accept(JavaSparkContext.fromSparkContext(spark));
        spark.listenerBus().waitUntilEmpty();
        spark.removeSparkListener(listener);
    }
}
