package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.FailureReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HouseRulesTest {
    private static JavaClasses house;

    @BeforeAll
    static void readAllClassesOfTheProject() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.cradle");
    }

    @Test
    void allModulesAreLookedAt() {
        assertThat(house)
                .extracting(JavaClass::getPackageName)
                .contains("io.cradle.dataset.spec", "io.cradle.rollout", "io.cradle.jobs")
                .contains("io.cradle.ingest", "io.cradle.training.model")
                .noneMatch(name -> name.contains("planted"));
    }

    @ParameterizedTest
    @FieldSource("io.cradle.jobs.HouseRule#ALL")
    void theHouseKeepsTheRule(HouseRule rule) {
        assertThat(rule.rule()
                        .allowEmptyShould(true)
                        .evaluate(house)
                        .getFailureReport()
                        .getDetails())
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("io.cradle.jobs.HouseRule#ALL")
    void aPlantedViolationIsFound(HouseRule rule) {
        JavaClasses planted = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages(rule.planted());
        assertThat(planted).isNotEmpty();
        FailureReport report = rule.rule().evaluate(planted).getFailureReport();
        assertThat(report.getDetails()).anyMatch(detail -> detail.contains(rule.planted()));
    }
}
