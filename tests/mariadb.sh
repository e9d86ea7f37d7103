#!/usr/bin/env bash
# A MariaDB for the tests that goes when they are done:
#   tests/mariadb.sh start FOLDER   makes a server in FOLDER, starts it on a free port of 127.0.0.1, prints its connection string
#   tests/mariadb.sh stop FOLDER    stops it and removes FOLDER
# Uses the MariaDB found; where there is none it installs Debian's package (Debian and Ubuntu, as root or with passwordless sudo).
# As root it runs as the user mysql, whom the package makes. Nothing is kept, so nothing is flushed to disk.
set -euo pipefail
action=${1:?start or stop} folder=${2:?a folder}
[[ $action == start || $action == stop ]] || { echo "Say start or stop." >&2; exit 2; }
export PATH=$PATH:/usr/sbin:/usr/local/sbin:/opt/homebrew/bin

install_mariadb() {
  local as_root=(); [[ $(id -u) == 0 ]] || as_root=(sudo -n)
  command -v apt-get >/dev/null && ${as_root[@]+"${as_root[@]}"} true 2>/dev/null || return 1
  echo "Installing MariaDB, from which tests of connections read (apt-get install mariadb-server)" >&2
  { ${as_root[@]+"${as_root[@]}"} apt-get update -qq && DEBIAN_FRONTEND=noninteractive ${as_root[@]+"${as_root[@]}"} apt-get install -y -qq --no-install-recommends mariadb-server; } >/dev/null
}

start() {
  command -v mariadbd >/dev/null || { install_mariadb && command -v mariadbd >/dev/null; } || { echo "MariaDB was not found. Install it with your system's package manager (Debian: apt-get install mariadb-server)." >&2; exit 1; }
  local port password owner=()
  port=$(node -e 'const server = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); })')
  password=$(node -e 'console.log(require("crypto").randomBytes(16).toString("hex"))')
  mkdir -p "$folder"
  [[ $(id -u) != 0 ]] || { chown mysql "$folder"; owner=(--user=mysql); }
  mariadb-install-db --no-defaults --datadir="$folder/data" --auth-root-authentication-method=normal --skip-test-db "${owner[@]}" >"$folder/install.log" 2>&1 || { cat "$folder/install.log" >&2; exit 1; }
  # One statement a line: the server reads no more of each.
  printf '%s\n' "CREATE USER 'kelvin'@'%' IDENTIFIED BY '$password';" "GRANT ALL ON *.* TO 'kelvin'@'%';" "CREATE DATABASE shop;" >"$folder/init.sql"
  mariadbd --no-defaults "${owner[@]}" --datadir="$folder/data" --socket="$folder/mariadb.sock" --bind-address=127.0.0.1 --port="$port" --skip-name-resolve \
    --pid-file="$folder/pid" --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=64M --init-file="$folder/init.sql" >"$folder/mariadb.log" 2>&1 &
  for _ in $(seq 300); do
    if mariadb-admin --no-defaults --host=127.0.0.1 --port="$port" --user=kelvin --password="$password" status >/dev/null 2>&1; then
      echo "Server=127.0.0.1;Port=$port;User ID=kelvin;Password=$password;Database=shop"
      return
    fi
    sleep 0.2
  done
  cat "$folder/mariadb.log" >&2
  exit 1
}

stop() {
  if [[ -f $folder/pid ]]; then
    local pid; pid=$(cat "$folder/pid")
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  fi
  rm -rf "$folder"
}

"$action"
