package io.cradle.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagedJarIT {
    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(PackagedJar.path().toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void namesTheCommandLineAsItsMainClass() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
                .isEqualTo("io.cradle.jobs.cli.Cradle");
    }

    @Test
    void carriesExactlyOneNativeBackend() throws IOException {
        assertThat(services("org.nd4j.linalg.factory.Nd4jBackend"))
                .containsExactly("org.nd4j.linalg.cpu.nativecpu.CpuBackend");
        assertThat(entries())
                .filteredOn(name -> name.endsWith("libnd4jcpu.so"))
                .containsExactly("org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64-avx2/libnd4jcpu.so");
        assertThat(entries())
                .filteredOn(name -> name.contains("libopenblas.") || name.endsWith("libjnijavacpp.so"))
                .allMatch(name -> name.contains("/linux-x86_64/"))
                .hasSize(2);
    }

    @Test
    void mergesServicesOfSeveralLibraries() throws IOException {
        assertThat(services("org.apache.spark.sql.sources.DataSourceRegister"))
                .contains("org.apache.spark.sql.delta.sources.DeltaDataSource");
        assertThat(services("org.nd4j.shade.jackson.core.JsonFactory")).isNotEmpty();
        assertThat(services("com.fasterxml.jackson.core.JsonFactory"))
                .containsExactly("com.fasterxml.jackson.dataformat.yaml.YAMLFactory");
    }

    @Test
    void carriesNoClassThatSparkBrings() throws IOException {
        Set<String> ours = classes(jar);
        Set<String> twice = new TreeSet<>();
        for (String path : sparkJars()) {
            try (JarFile spark = new JarFile(path)) {
                classes(spark).stream().filter(ours::contains).forEach(twice::add);
            }
        }
        assertThat(twice).isEmpty();
    }

    /** A library of ours that asks for the same at runtime takes it from what Spark is started with, here and in {@code bin/cradle}. */
    @ParameterizedTest
    @ValueSource(strings = {"net/jpountz/lz4/LZ4BlockOutputStream", "com/ning/compress/lzf/LZFInputStream"})
    void sparkIsStartedWithItsOwnCodecs(String name) throws IOException {
        Set<String> spark = new TreeSet<>();
        for (String path : sparkJars()) {
            try (JarFile file = new JarFile(path)) {
                spark.addAll(classes(file));
            }
        }
        assertThat(spark).contains(name + ".class");
    }

    @Test
    void carriesNoClientThatIsOptional() {
        assertThat(entries()).noneMatch(name -> name.startsWith("org/mlflow"));
    }

    @Test
    void carriesNeitherSignaturesNorModuleDescriptors() {
        assertThat(entries())
                .filteredOn(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)|(.*/)?module-info\\.class"))
                .isEmpty();
    }

    @Test
    void carriesTheConfiguration() {
        assertThat(entries()).anyMatch(name -> name.matches("cradle-conf/.+\\.yaml"));
    }

    private static List<String> sparkJars() throws IOException {
        String classPath = Files.readString(PackagedJar.sparkRuntime()).trim();
        return List.of(classPath.split(Pattern.quote(File.pathSeparator), -1));
    }

    private static List<String> entries() {
        return jar.stream().map(ZipEntry::getName).toList();
    }

    private static Set<String> classes(JarFile file) {
        return file.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                .filter(name -> !name.endsWith("module-info.class"))
                .collect(Collectors.toSet());
    }

    private static List<String> services(String name) throws IOException {
        ZipEntry entry = jar.getEntry("META-INF/services/" + name);
        assertThat(entry).as(name).isNotNull();
        try (InputStream in = jar.getInputStream(entry)) {
            List<String> lines = new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
            return lines;
        }
    }
}
