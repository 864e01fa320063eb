package io.cradle.training.spark;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a CUDA backend that doesn't start lacks, in words. */
final class AbsentCuda {
    private static final Pattern LIBRARY =
            Pattern.compile("\\b(lib[\\w+-]+\\.so[.\\d]*): cannot open shared object file");
    private static final String OTHERWISE = "or train on CPUs with the jar built without -Pcuda";

    private AbsentCuda() {}

    /** @param failure of loading the backend */
    static String message(Throwable failure) {
        return "Cannot train on a GPU: "
                + library(failure).map(AbsentCuda::absent).orElseGet(() -> other(failure));
    }

    /** The shared library that the linker did not find. */
    private static Optional<String> library(Throwable failure) {
        return chain(failure)
                .flatMap(each ->
                        LIBRARY.matcher(String.valueOf(each.getMessage())).results())
                .map(found -> found.group(1))
                .reduce((outer, inner) -> inner);
    }

    private static String absent(String library) {
        String remedy = library.startsWith("libcuda.so")
                ? "install NVIDIA's driver"
                : "install CUDA 11.6 and cuDNN 8.3, or put org.bytedeco:cuda:11.6-8.3-1.5.7 with classifier linux-x86_64-redist in Spark's jars";
        return "its library '%s' is missing on this machine; %s, %s".formatted(library, remedy, OTHERWISE);
    }

    private static String other(Throwable failure) {
        Throwable root = chain(failure).reduce((outer, inner) -> inner).orElse(failure);
        if (String.valueOf(root.getMessage()).contains("No CUDA devices")) {
            return "CUDA sees no card on this machine; look at nvidia-smi and CUDA_VISIBLE_DEVICES, " + OTHERWISE;
        }
        return "DL4J's CUDA backend does not start, %s; look at the driver (nvidia-smi) and at CUDA 11.6's libraries, %s"
                .formatted(root, OTHERWISE);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(32);
    }
}
