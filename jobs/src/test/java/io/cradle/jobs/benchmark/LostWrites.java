package io.cradle.jobs.benchmark;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How many of 25,600 short vectors lose what is written to them: by way of a view of a byte array, and as a {@link Tensor}. The first is a
 * fault of OpenJDK 17's second compiler. What it makes of a method depends on what ran before and when, so a few runs are wanted; this one
 * goes by the shape of the test that found it.
 */
final class LostWrites {
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final TensorSpec ONE =
            TensorSpec.vector("proprio", List.of(new Channel("y", "1", -10, 10)), Scaling.NONE, -10, 10, 10);
    private static final int STEPS = 13;
    private static final int ROUNDS = 800;
    private static final int BATCH = 32;
    private static final int PAUSE = 2; // ms in which what was compiled is taken into use

    private static int lost; // not passed along: that alone changes what is compiled

    private LostWrites() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.printf("| %s | %d |", System.getProperty("java.vm.version"), lost(LostWrites::viewed));
        System.out.printf(" %d |%n", lost(LostWrites::tensors));
    }

    private static int lost(Function<Random, List<?>> world) throws InterruptedException {
        lost = 0;
        int kept = 0;
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            kept += IntStream.range(0, BATCH)
                    .mapToObj(n -> world.apply(random))
                    .toList()
                    .size();
            Thread.sleep(PAUSE);
        }
        if (kept != ROUNDS * BATCH) {
            throw new IllegalStateException("Made %d vectors, not %d".formatted(kept, ROUNDS * BATCH));
        }
        return lost;
    }

    private static List<?> viewed(Random random) {
        float[] walk = new float[STEPS];
        double x = random.nextGaussian();
        for (int t = 0; t < STEPS; t++) {
            walk[t] = (float) (x + random.nextGaussian());
            x = 0.9 * x + random.nextGaussian();
        }
        Viewed viewed = Viewed.of(Float.BYTES, walk);
        float[] back = new float[STEPS];
        ByteBuffer.wrap(viewed.data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(back);
        if (!Arrays.equals(back, walk)) {
            lost++;
        }
        return List.of(Viewed.of(Float.BYTES, new float[STEPS]), viewed, viewed.rows);
    }

    private static List<?> tensors(Random random) {
        float[] walk = new float[STEPS];
        double x = random.nextGaussian();
        for (int t = 0; t < STEPS; t++) {
            walk[t] = (float) (x + random.nextGaussian());
            x = 0.9 * x + random.nextGaussian();
        }
        Tensor tensor = Tensor.ofFloats(ONE, walk);
        if (!Arrays.equals(tensor.floats(), walk)) {
            lost++;
        }
        return List.of(Tensor.ofFloats(ONE, new float[STEPS]), tensor);
    }

    /** As Tensor once was. */
    private static final class Viewed {
        private final byte[] data;
        final int rows;

        Viewed(byte[] data, int row) {
            if (data.length % row != 0) {
                throw new IllegalArgumentException("No whole number of rows of %d bytes".formatted(row));
            }
            this.data = data;
            this.rows = data.length / row;
        }

        static Viewed of(int row, float[] values) {
            byte[] data = new byte[Math.multiplyExact(values.length, Float.BYTES)];
            for (int i = 0; i < values.length; i++) {
                FLOAT.set(data, i * Float.BYTES, values[i]);
            }
            return new Viewed(data, row);
        }
    }
}
