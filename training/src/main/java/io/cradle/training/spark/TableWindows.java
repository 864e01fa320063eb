package io.cradle.training.spark;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.table.WindowReader;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.training.model.Blank;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Windows of a table of episodes, read from its Parquet files where they are needed, with the Hadoop settings that this
 * process was started with.
 *
 * @param layout the tensors that are read; {@link Blank} frames, which no table has, are put before them
 * @param cacheBytes of decoded segments that each open reader keeps
 */
public record TableWindows(Layout layout, long cacheBytes) implements WindowSource {
    @Override
    public Reader open() {
        Configuration hadoop =
                SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
        WindowReader reader = new WindowReader(hadoop, Blank.without(layout), cacheBytes);
        boolean blank = Blank.lacks(layout);
        return new Reader() {
            @Override
            public Window read(WindowAddress address) {
                return blank ? Blank.in(reader.read(address)) : reader.read(address);
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }
}
