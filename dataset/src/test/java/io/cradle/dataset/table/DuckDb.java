package io.cradle.dataset.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** DuckDB with the macros of {@code conf/duckdb/cradle.sql}. */
final class DuckDb implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;

    DuckDb() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        statement.execute(macros());
    }

    private static String macros() {
        try {
            return Files.readString(Path.of("..", "conf", "duckdb", "cradle.sql"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The files as DuckDB's list of texts. */
    static String list(List<String> files) {
        return files.stream()
                .map(file -> "'" + file.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The rows that a query gives; lists as Java's. */
    List<List<Object>> rows(String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            List<List<Object>> rows = new ArrayList<>();
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(plain(found.getObject(column)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static Object plain(Object value) throws SQLException {
        return value instanceof Array list ? Arrays.asList((Object[]) list.getArray()) : value;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
