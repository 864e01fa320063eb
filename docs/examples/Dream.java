import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.training.simulator.DreamFactory;
import io.cradle.training.simulator.Sampling;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Dreams 64 worlds for 20 steps. After any command of bin/cradle, which builds:
 * java -cp "jobs/target/classes:$(cat jobs/target/classpath.txt)" docs/examples/Dream.java CHECKPOINT
 */
class Dream {
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("Name one checkpoint, such as that of bin/cradle train");
            System.exit(2);
        }
        DreamFactory dreams = DreamFactory.of(Path.of(arguments[0]), new Sampling(Sampling.Draw.SAMPLE, 0.8));
        try (Environment world = dreams.open(64)) {
            List<Tensor> seen = world.reset(LongStream.range(0, 64).<Start>mapToObj(Start.Seed::new).toList());
            for (int t = 0; t < 20; t++) {
                seen = world.step(Tensor.ofFloats(world.action(), new float[64 * world.action().elements()]));
            }
            System.out.println(seen);
        }
    }
}
