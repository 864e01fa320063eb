package io.cradle.planted.cli;

import picocli.CommandLine;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesPicocli(CommandLine line) {}
