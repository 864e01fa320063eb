package io.cradle.jobs;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.cradle.dataset.episode.Split;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule of the house, beside classes that break it.
 *
 * @param name for people
 * @param rule what is checked
 * @param planted a package of test classes that breaks the rule
 */
record HouseRule(String name, ArchRule rule, String planted) {
    static final List<HouseRule> ALL = List.of(
            new HouseRule(
                    "Spark stays in its rooms",
                    onlyIn(
                                    "..dataset.table..",
                                    "..training.spark..",
                                    "io.cradle.jobs",
                                    "..jobs.decide..",
                                    "..jobs.progress..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("org.apache.spark..")
                            .because(
                                    "everything else must be testable without Spark, and help and usage must not start it"),
                    "io.cradle.planted.spark"),
            new HouseRule(
                    "jbox2d stays in its room",
                    onlyIn("..rollout.box2d..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.jbox2d..")
                            .because(
                                    "its statics are not thread-safe, so it is loaded once a thread and seen by nobody else"),
                    "io.cradle.planted.jbox2d"),
            new HouseRule(
                    "DL4J stays in its rooms",
                    onlyIn("..training.dl4j..", "..training.spark..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..")
                            .because("a driver needs no native memory, and another backend may come"),
                    "io.cradle.planted.dl4j"),
            new HouseRule(
                    "networks are graphs of their own, or layers of DL4J",
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.deeplearning4j.nn.conf.layers.samediff..")
                            .because(
                                    "slopes that pass through a SameDiffLayer come out doubled, or zero, and Adam hides it"),
                    "io.cradle.planted.samediff"),
            new HouseRule(
                    "storage stays in its room",
                    onlyIn("..dataset.table..", "..ingest.parquet..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..", "org.apache.parquet..")
                            .because(
                                    "only one room knows how a table lies on disk, and one how strangers write Parquet"),
                    "io.cradle.planted.storage"),
            new HouseRule(
                    "zstd stays in its room",
                    onlyIn("..dataset.information..", "..dataset.table..", "..ingest.mcap..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("com.github.luben.zstd..")
                            .because(
                                    "what a table is compressed with is Parquet's business; one room measures it, the tables' own reads it, and MCAP comes packed with it"),
                    "io.cradle.planted.zstd"),
            new HouseRule(
                    "ffmpeg stays in its room",
                    onlyIn("..ingest.video..", "..jobs.benchmark..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("org.bytedeco.javacv..", "org.bytedeco.ffmpeg..")
                            .because("a format knows films, not decoders"),
                    "io.cradle.planted.ffmpeg"),
            new HouseRule(
                    "HDF5 stays in its room",
                    onlyIn("..ingest.hdf5..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("io.jhdf..")
                            .because("what of the library is to be trusted is known there"),
                    "io.cradle.planted.hdf5"),
            new HouseRule(
                    "MLflow stays in its room",
                    onlyIn("..jobs.mlflow..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.mlflow..")
                            .because("its client is optional: nothing else may need it"),
                    "io.cradle.planted.mlflow"),
            new HouseRule(
                    "only evaluation reads TEST",
                    noClasses()
                            .that()
                            .resideInAnyPackage("io.cradle.training..", "io.cradle.jobs..", "io.cradle.planted..")
                            .and()
                            .resideOutsideOfPackage("..jobs.report..") // which counts how many episodes it holds
                            .should()
                            .accessField(Split.class, "TEST")
                            .because("evaluation is told which split by its configuration; nobody else may name TEST"),
                    "io.cradle.planted.held"),
            new HouseRule(
                    "nothing vacuums",
                    noClasses()
                            .should()
                            .callMethodWhere(target(nameMatching("vacuum"))
                                    .and(target(owner(assignableTo("io.delta.tables.DeltaTable")))))
                            .because("selections, checkpoints and reports name old versions of tables"),
                    "io.cradle.planted.vacuum"),
            new HouseRule(
                    "nothing writes through views of byte arrays",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("..jobs.benchmark..")
                            .should()
                            .callMethodWhere(target(nameMatching("byteArrayViewVarHandle"))
                                    .and(target(owner(assignableTo("java.lang.invoke.MethodHandles")))))
                            .because("OpenJDK 17 loses such writes now and then (docs/benchmarks/lost-writes.md)"),
                    "io.cradle.planted.view"),
            new HouseRule(
                    "copies of maps and sets keep their order",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("..jobs.benchmark..")
                            .should()
                            .callMethod(Map.class, "copyOf", Map.class)
                            .orShould()
                            .callMethod(Set.class, "copyOf", Collection.class)
                            .because(
                                    "theirs is another one in every process, and what is hashed or written by it too: Ordered.copyOf keeps it"),
                    "io.cradle.planted.order"),
            new HouseRule(
                    "spec imports the JDK alone",
                    classes()
                            .that()
                            .resideInAPackage("io.cradle.dataset.spec..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage("java..", "io.cradle.dataset.spec..")
                            .because("it is the bottom floor"),
                    "io.cradle.dataset.spec.planted"),
            new HouseRule(
                    "dataset looks at no floor above",
                    noClasses()
                            .that()
                            .resideInAPackage("io.cradle.dataset..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "io.cradle.ingest..",
                                    "io.cradle.rollout..",
                                    "io.cradle.training..",
                                    "io.cradle.jobs..")
                            .because("dataset is the ground floor"),
                    "io.cradle.dataset.planted"),
            new HouseRule(
                    "rollout does not see its siblings",
                    siblings("io.cradle.rollout..", "io.cradle.ingest..", "io.cradle.training.."),
                    "io.cradle.rollout.planted"),
            new HouseRule(
                    "ingest does not see its siblings",
                    siblings("io.cradle.ingest..", "io.cradle.rollout..", "io.cradle.training.."),
                    "io.cradle.ingest.planted"),
            new HouseRule(
                    "training does not see its siblings",
                    siblings("io.cradle.training..", "io.cradle.rollout..", "io.cradle.ingest.."),
                    "io.cradle.training.planted"),
            new HouseRule(
                    "planning knows worlds by their contract",
                    classes()
                            .that()
                            .resideInAPackage("io.cradle.training.planning..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(
                                    "java..",
                                    "io.cradle.training.planning..",
                                    "io.cradle.dataset.spec",
                                    "io.cradle.training.evaluation",
                                    "org.apache.commons.math3.stat.interval")
                            .because("a planner that knew which world is the true one could cheat"),
                    "io.cradle.training.planning.planted"),
            new HouseRule(
                    "jobs do not see the command line",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("io.cradle.jobs.cli..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("io.cradle.jobs.cli..", "picocli..")
                            .because("a job is told arguments, not options"),
                    "io.cradle.planted.cli"),
            new HouseRule(
                    "configuration files are read in jobs alone",
                    onlyIn("io.cradle.jobs..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("com.fasterxml.jackson.dataformat.yaml..", "org.yaml..")
                            .because("libraries are told records, never files"),
                    "io.cradle.planted.yaml"),
            new HouseRule(
                    "packages form no cycle",
                    slices().matching("io.cradle.(**)").should().beFreeOfCycles(),
                    "io.cradle.planted.cycle"));

    @Override
    public String toString() {
        return name;
    }

    private static GivenClassesConjunction onlyIn(String... rooms) {
        return noClasses().that().resideOutsideOfPackages(rooms);
    }

    private static ArchRule siblings(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("io.cradle.jobs..")
                .because("siblings never open onto each other, nor onto the roof");
    }
}
