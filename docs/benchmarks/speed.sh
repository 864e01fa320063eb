#!/usr/bin/env bash
# What is left of the speed of a plain loop over jbox2d, layer by layer, up to a table on disk; prints Markdown.
# Usage: docs/benchmarks/speed.sh [ROUNDS [SECONDS [WORLD...]]]   (5 rounds of 2 s: about twelve minutes on two cores)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -q -pl jobs -am -Dspotless.check.skip -Dmdep.outputFile=target/benchmark.classpath \
  test-compile dependency:build-classpath >&2
opens=()
while read -r package; do opens+=("--add-opens=$package=ALL-UNNAMED"); done < <(
  sed -n '/<spark.opens>/p' pom.xml | grep -o 'add-opens=[^= ]*' | cut -d= -f2)
modules=$(printf '%s/target/classes:' dataset rollout-gen ingest training jobs)
exec java -Xmx3g "${opens[@]}" -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
  -cp "jobs/target/test-classes:$modules$(cat jobs/target/benchmark.classpath)" \
  io.cradle.jobs.benchmark.SpeedBenchmark "$@" 2> >(grep -v -E ' (INFO|WARN) ' >&2)
