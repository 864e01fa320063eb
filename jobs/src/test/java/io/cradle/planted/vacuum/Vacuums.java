package io.cradle.planted.vacuum;

import io.delta.tables.DeltaTable;

class Vacuums {
    void tidy(DeltaTable table) {
        table.vacuum();
    }
}
