package io.cradle.training.spark;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.table.WindowReader;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Windows of a table of episodes, read from its Parquet files where they are needed, with the Hadoop settings that this
 * process was started with.
 *
 * @param layout the tensors that are read
 * @param cacheBytes of decoded segments that each open reader keeps
 */
public record TableWindows(Layout layout, long cacheBytes) implements WindowSource {
    /** Frames and actions of a table's layout, which is all that a next-frame model reads. */
    public static TableWindows of(Layout table, long cacheBytes) {
        return new TableWindows(
                new Layout(List.of(table.require(Layout.FRAME), table.require(Layout.ACTION))), cacheBytes);
    }

    @Override
    public Reader open() {
        Configuration hadoop =
                SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
        WindowReader reader = new WindowReader(hadoop, layout, cacheBytes);
        return new Reader() {
            @Override
            public Window read(WindowAddress address) {
                return reader.read(address);
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }
}
