#!/usr/bin/env bash
# Runs a benchmark from the sources of this checkout and prints Markdown. Usage: docs/benchmarks/run.sh NAME [ARGUMENT...]
#   SpeedBenchmark [ROUNDS [SECONDS [WORLD...]]]   layers over a plain loop, up to a table on disk (5 rounds of 0.7 s: 22 minutes)
#   SnapshotBenchmark [ROUNDS]                     snapshots beside steps and replay (a minute)
#   SolverBenchmark [ROUNDS]                       fewer iterations of the physics (five minutes)
#   DecideBenchmark [ROWS [PARTITIONS]]            decisions on synthetic rows of scores; HEAP=2g bounds the memory (ten minutes)
#   ScoringBenchmark [FRAMES [ROUNDS [WORLD [DIR]]]]  curation over a plain scan of a table that it makes (ten minutes)
#   WindowBenchmark [EPISODES [SECONDS [RUN]]]     windows from a table: at random, shuffled, heap over a long run (five minutes)
#   MetricBenchmark [EPISODES [WORLD [THREADS]]]   all metrics but the oracle (two minutes)
#   StepBenchmark [ROUNDS [SECONDS]]               training steps over the machine's own matmul (three minutes)
#   DecodeBenchmark VIDEOS [TURNS]                 what ingest leaves of the speed of ffmpeg, H.264 and colours too (two minutes)
#   DreamBenchmark WORLD ROUNDS CHECKPOINT...      dreams over physics, in frames a second and in likeness (three minutes)
#   LogBenchmark [ROWS [TURNS [THREADS]]]          logs of sensors to episodes, in rows a second (two minutes)
#   LatentBenchmark CHECKPOINT TABLE EPISODES STEPS what the stochastic state is told, step by step (a minute)
#   PromptBenchmark WORLD FRAMES EPISODES AMONG     what a prompt leaves open where nobody acts (four minutes)
#   LeaderboardPage WORLD evaluation.json          what docs/benchmarks/leaderboard.sh prints
#   RoundBenchmark [ROUNDS [WIDTH...]]             what a round of averaging costs by the size of the model; one WIDTH: memory over many rounds
#   ExecutorsBenchmark [PAIRS [STEPS]]             two executors of one core beside one (three minutes)
#   CurationStudy DIR SEEDS ARM...                 what curation-study.sh trained, measured (a minute)
#   LostWrites                                     what OpenJDK loses of writes to views of byte arrays (seconds; some machines of it)
# Native code has one thread unless OMP_NUM_THREADS and its like say otherwise.
set -euo pipefail
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1} OPENBLAS_NUM_THREADS=${OPENBLAS_NUM_THREADS:-1}
export SD_MAX_THREADS=${SD_MAX_THREADS:-1} SD_MASTER_THREADS=${SD_MASTER_THREADS:-1}
name=${1:?name a benchmark}
shift
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mvn -q -B -pl jobs -am -Dspotless.check.skip -Dmdep.outputFile=target/benchmark.classpath \
  test-compile dependency:build-classpath >&2
# For executors of their own: Spark looks there for its jars, and finds ours on the class path.
export SPARK_HOME=${SPARK_HOME:-$PWD/jobs/target/spark-home} SPARK_SCALA_VERSION=2.12 SPARK_LOCAL_IP=127.0.0.1
mkdir -p "$SPARK_HOME/jars"
opens=()
while read -r package; do opens+=("--add-opens=$package=ALL-UNNAMED"); done < <(
  sed -n '/<spark.opens>/p' pom.xml | grep -o 'add-opens=[^= ]*' | cut -d= -f2)
modules=$(printf '%s/target/classes:' dataset rollout-gen ingest training jobs)
exec java -Xmx${HEAP:-3g} -XX:+UseParallelGC "${opens[@]}" -cp "jobs/target/test-classes:$modules$(cat jobs/target/benchmark.classpath)" \
  "io.cradle.jobs.benchmark.$name" "$@" 2> >(grep -v -E ' (INFO|WARN) ' >&2)
