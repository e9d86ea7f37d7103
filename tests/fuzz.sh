#!/usr/bin/env bash
# The long form of the tests that throw random input at the product:
#   tests/fuzz.sh [INPUTS [TABLES]]
# INPUTS (350000) formulas, files of definitions and questions each, as tests/Fuzz.Tests writes them: a million in all.
# TABLES (300) random tables with eight questions each, as tests/Cases.Tests asks them: on DuckDB, and on PostgreSQL where
# KELVIN_TEST_POSTGRES names a server (tests/postgres.sh starts one). 0 leaves them out.
# Without KELVIN_SEED the seed is taken from the clock, so that each run tries other input. It is printed; with it a run is repeated,
# and with KELVIN_INPUT=NUMBER a single input of it is.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export KELVIN_FUZZ=${1:-350000} KELVIN_LAW_TABLES=${2:-300}
export KELVIN_SEED=${KELVIN_SEED:-$(date +%s)}
echo "KELVIN_SEED=$KELVIN_SEED KELVIN_FUZZ=$KELVIN_FUZZ KELVIN_LAW_TABLES=$KELVIN_LAW_TABLES"
code=0
dotnet build tests/Fuzz.Tests --configuration Release --verbosity quiet || exit 1
artifacts/bin/Fuzz.Tests/release/Fuzz.Tests -showliveoutput || code=1
if (( KELVIN_LAW_TABLES > 0 )); then
  dotnet build tests/Cases.Tests --configuration Release --verbosity quiet || exit 1
  artifacts/bin/Cases.Tests/release/Cases.Tests -class "Cases.Tests.Laws.AnswerLaws" -showliveoutput || code=1
fi
exit $code
