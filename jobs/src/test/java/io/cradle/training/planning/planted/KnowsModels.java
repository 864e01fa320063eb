package io.cradle.training.planning.planted;

import io.cradle.training.model.CopyLast;

class KnowsModels {
    String name() {
        return CopyLast.NAME;
    }
}
