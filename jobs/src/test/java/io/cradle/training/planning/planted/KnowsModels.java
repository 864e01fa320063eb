package io.cradle.training.planning.planted;

import io.cradle.training.model.WorldModel;

class KnowsModels {
    String name(WorldModel model) {
        return model.name();
    }
}
