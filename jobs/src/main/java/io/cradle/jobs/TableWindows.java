package io.cradle.jobs;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.table.WindowReader;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.training.spark.WindowSource;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Windows of a table, read where they are needed with the file systems' settings of that process.
 *
 * @param layout the tensors that are read; no other column is
 * @param cacheBytes how much a reader keeps in memory
 */
record TableWindows(Layout layout, long cacheBytes) implements WindowSource {
    @Override
    public Reader open() {
        WindowReader reader = new WindowReader(
                SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf()), layout, cacheBytes);
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
