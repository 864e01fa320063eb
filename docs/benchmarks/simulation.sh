#!/usr/bin/env bash
# Environment steps a second of whole rollouts, recording included: Bounce and Urchin, one thread and two, five rounds each.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -q -pl rollout-gen -am -Dspotless.check.skip -Dmdep.outputFile=target/benchmark.classpath \
  test-compile dependency:build-classpath >&2
cd rollout-gen
java -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" io.cradle.rollout.StepsPerSecond
