package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The texts are what nd4j-cuda-11.6 1.0.0-M2.1 throws on a machine without driver, CUDA and card, but for the library's name. */
class AbsentCudaTest {
    private static final String PATHS = "no jnicudart in java.library.path: /usr/lib/jni:/lib:/usr/lib";

    @Test
    void aMissingDriverIsNamed() {
        assertThat(AbsentCuda.message(missing("libcuda.so.1")))
                .isEqualTo("Cannot train on a GPU: its library 'libcuda.so.1' is missing on this machine; "
                        + "install NVIDIA's driver, or train on CPUs with the jar built without -Pcuda");
    }

    @Test
    void aMissingLibraryOfCudaIsNamed() {
        assertThat(AbsentCuda.message(new ExceptionInInitializerError(missing("libcublas.so.11"))))
                .startsWith("Cannot train on a GPU: its library 'libcublas.so.11' is missing on this machine; "
                        + "install CUDA 11.6 and cuDNN 8.3, or put org.bytedeco:cuda:11.6-8.3-1.5.7");
    }

    @Test
    void aMachineWithoutCardsIsToldSo() {
        assertThat(AbsentCuda.message(new RuntimeException("No CUDA devices were found in system")))
                .startsWith("Cannot train on a GPU: CUDA sees no card on this machine; look at nvidia-smi");
    }

    @Test
    void ofAllElseTheInnermostCauseIsSaid() {
        Throwable root = new UnsatisfiedLinkError("Could not find jnicudart in class, module, and library paths.");
        assertThat(AbsentCuda.message(new UnsatisfiedLinkError(PATHS).initCause(root)))
                .contains("does not start, java.lang.UnsatisfiedLinkError: Could not find jnicudart in class")
                .contains("; look at the driver (nvidia-smi)");
        assertThat(AbsentCuda.message(new NoClassDefFoundError())).contains("java.lang.NoClassDefFoundError; look at");
    }

    private static Throwable missing(String library) {
        String text =
                "/home/somebody/.javacpp/cache/cuda-11.6-8.3-1.5.7-linux-x86_64.jar/org/bytedeco/cuda/linux-x86_64/"
                        + "libjnicudart.so: %s: cannot open shared object file: No such file or directory"
                                .formatted(library);
        return new UnsatisfiedLinkError(PATHS).initCause(new UnsatisfiedLinkError(text));
    }
}
