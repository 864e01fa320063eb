package io.cradle.training.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.nd4j.context.Nd4jContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The cards as ND4J's CUDA backend sees them, asked before ND4J itself starts: {@code Nd4j} would swallow which library is missing, and
 * computes while it starts.
 */
final class CudaCards implements Cards {
    private static final String CUDA = "org.nd4j.linalg.jcublas.JCublasBackend";
    private static final Supplier<Optional<Cards>> HERE = asked();

    private final NativeOps cuda;

    private CudaCards(NativeOps cuda) {
        this.cuda = cuda;
    }

    /**
     * Empty if the backend is another. What a process once found holds as long as it lives, faults included: a class whose library was
     * missing stays broken, and no longer says why.
     *
     * @throws IllegalStateException if this is the CUDA backend and it cannot start
     */
    static Optional<Cards> here() {
        return HERE.get();
    }

    private static Supplier<Optional<Cards>> asked() {
        try {
            Optional<Cards> cards = backend(CUDA).map(CudaCards::open);
            return () -> cards;
        } catch (IllegalStateException absent) {
            return () -> {
                throw new IllegalStateException(absent.getMessage(), absent);
            };
        }
    }

    /** The backend of this class name, if it is in the class path; nothing native is loaded. */
    static Optional<Nd4jBackend> backend(String name) {
        return ServiceLoader.load(Nd4jBackend.class, Nd4jBackend.class.getClassLoader()).stream()
                .filter(provider -> provider.type().getName().equals(name))
                .findFirst()
                .map(ServiceLoader.Provider::get);
    }

    static Cards open(Nd4jBackend backend) {
        try (InputStream properties = backend.getConfigurationResource().getInputStream()) {
            backend.canRun(); // loads CUDA's libraries
            Nd4jContext.getInstance().updateProperties(properties); // names the class of the native operations
            return new CudaCards(NativeOpsHolder.getInstance().getDeviceNativeOps());
        } catch (IOException | RuntimeException | LinkageError absent) {
            throw new IllegalStateException(AbsentCuda.message(absent), absent);
        }
    }

    @Override
    public int count() {
        return cuda.getAvailableDevices();
    }

    @Override
    public Capability capability(int ordinal) {
        return new Capability(cuda.getDeviceMajor(ordinal), cuda.getDeviceMinor(ordinal), cuda.getDeviceName(ordinal));
    }

    @Override
    public void choose(int ordinal) {
        Nd4j.getAffinityManager().unsafeSetDevice(ordinal);
    }
}
