package io.cradle.planted.yaml;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesYaml(YAMLMapper mapper) {}
