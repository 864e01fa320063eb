#!/usr/bin/env bash
# Integration tests that take too long for every build: kills at every point, versions that outlive many builds, executors that are lost or have
# devices.
# Usage: docs/benchmarks/proofs.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec mvn verify -pl jobs -am -Dspotless.check.skip -Djacoco.skip=true -Dtest.left= -Dgroups=proof \
  -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
