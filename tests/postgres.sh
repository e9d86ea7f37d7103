#!/usr/bin/env bash
# A PostgreSQL for the tests that goes when they are done:
#   tests/postgres.sh start FOLDER   makes a cluster in FOLDER, starts it on a free port of 127.0.0.1, prints its connection string
#   tests/postgres.sh stop FOLDER    stops it and removes FOLDER
# Uses the newest PostgreSQL found, 15 or newer; where there is none it installs Debian's package (Debian and Ubuntu, as root or
# with passwordless sudo). PostgreSQL refuses to run as root: then the cluster belongs to the user postgres, whom the package makes.
# Nothing is kept, so nothing is flushed to disk. The collation is Swedish on purpose: answers must not depend on it.
set -euo pipefail
action=${1:?start or stop} folder=${2:?a folder}
[[ $action == start || $action == stop ]] || { echo "Say start or stop." >&2; exit 2; }

has_postgres() { ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin 2>/dev/null | sort -V | tail -1; }
as_owner() { if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi; }

install_postgres() {
  local as_root=(); [[ $(id -u) == 0 ]] || as_root=(sudo -n)
  command -v apt-get >/dev/null && ${as_root[@]+"${as_root[@]}"} true 2>/dev/null || return 1
  echo "Installing PostgreSQL, on which the tests of the second engine run (apt-get install postgresql)" >&2
  { ${as_root[@]+"${as_root[@]}"} apt-get update -qq && DEBIAN_FRONTEND=noninteractive ${as_root[@]+"${as_root[@]}"} apt-get install -y -qq --no-install-recommends postgresql; } >/dev/null
}

start() {
  local bin port password
  bin=$(has_postgres) || true
  [[ -n $bin ]] || { install_postgres && bin=$(has_postgres); } || { echo "PostgreSQL was not found. Install version 15 or newer with your system's package manager (Debian: apt-get install postgresql)." >&2; exit 1; }
  port=$(node -e 'const server = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); })')
  password=$(node -e 'console.log(require("crypto").randomBytes(16).toString("hex"))')
  mkdir -p "$folder"
  printf '%s\n' "$password" >"$folder/password"
  [[ $(id -u) != 0 ]] || chown -R postgres "$folder"
  cd "$folder"
  as_owner "$bin/initdb" --pgdata="$folder/data" --username=kelvin --pwfile="$folder/password" --auth=scram-sha-256 --no-sync \
    --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=sv >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
  as_owner "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/postgres.log" --wait --silent \
    --options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" \
    start >/dev/null || { cat "$folder/postgres.log" >&2; exit 1; }
  printf '%s' "$bin" >"$folder/bin"
  echo "Host=127.0.0.1;Port=$port;Username=kelvin;Password=$password;Database=postgres"
}

stop() {
  [[ ! -f $folder/bin ]] || (cd / && as_owner "$(cat "$folder/bin")/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop) || true
  rm -rf "$folder"
}

"$action"
