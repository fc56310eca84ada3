# Starts, awaits and ends one Payara Micro with the application. Sourced by ./run.

prepare_environment() {
  export DATA_DIR="${DATA_DIR:-$home/data}"
  umask 077 # the data folder holds personal data and keys
  mkdir -p "$DATA_DIR/log" || refuse "The data folder $DATA_DIR cannot be made. Set DATA_DIR to another one."
  DATA_DIR=$(cd "$DATA_DIR" && pwd)
  export HTTP_ADDRESS="${HTTP_ADDRESS:-127.0.0.1}"
  if [ -n "${SECRET_KEY_FILE:-}" ] && [ "${SECRET_KEY_FILE#/}" = "$SECRET_KEY_FILE" ]; then
    export SECRET_KEY_FILE="$PWD/$SECRET_KEY_FILE"
  fi
  prepare_database
}

prepare_database() {
  local embedded="jdbc:h2:file:$DATA_DIR/mobile-data-sync"
  embedded="$embedded;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
  export DATABASE_URL="${DATABASE_URL:-$embedded}"
  export DATABASE_USER="${DATABASE_USER:-mobiledatasync}"
  export DATABASE_PASSWORD="${DATABASE_PASSWORD:-mobiledatasync}"
  case "$DATABASE_URL" in
    jdbc:h2:*) export DATABASE_DRIVER=org.h2.Driver ;;
    jdbc:postgresql:*)
      export DATABASE_DRIVER=org.postgresql.Driver
      case "$DATABASE_URL" in
        *reWriteBatchedInserts=*) ;;
        *\?*) DATABASE_URL="$DATABASE_URL&reWriteBatchedInserts=true" ;;
        *) DATABASE_URL="$DATABASE_URL?reWriteBatchedInserts=true" ;;
      esac
      ;;
    *) refuse "DATABASE_URL must start with jdbc:postgresql: or jdbc:h2:." ;;
  esac
}

# The lock is on an open file, which the server inherits: it holds as long as one of the two lives.
lock_data_folder() {
  if command -v flock >/dev/null; then
    exec 9>"$DATA_DIR/lock"
    flock -n 9 || refuse "Another instance is running on the data folder $DATA_DIR. Stop it, or set DATA_DIR."
  fi
}

is_port_taken() {
  (exec 3<>"/dev/tcp/$(reachable_address)/$1") 2>/dev/null
}

# The address under which this machine reaches a server that listens on every address.
reachable_address() {
  case "$HTTP_ADDRESS" in
    0.0.0.0 | ::) echo 127.0.0.1 ;;
    *) echo "$HTTP_ADDRESS" ;;
  esac
}

choose_port() {
  port="${HTTP_PORT:-8080}"
  case "$port" in
    '' | *[!0-9]*) refuse "HTTP_PORT must be a number, but is '$port'." ;;
  esac
  if [ "$port" -eq 0 ]; then
    port=$((20000 + RANDOM))
    while is_port_taken "$port"; do port=$((20000 + RANDOM)); done
  elif is_port_taken "$port"; then
    refuse "Port $port is taken by another program. Stop it, or set HTTP_PORT to another port (0 = any free one)."
  fi
}

start_server() {
  local tmp="$DATA_DIR/tmp"
  rm -rf "$tmp"
  mkdir -p "$tmp"
  touch "$tmp/started"
  # In the data folder, because the log's path is relative, and because systems clean /tmp under running servers.
  cd "$DATA_DIR" || refuse "The data folder $DATA_DIR cannot be entered."
  # shellcheck disable=SC2086 # several options in one variable
  "$(java_command)" ${JAVA_OPTS:-} -Djava.io.tmpdir="$tmp" -jar "$server_jar" \
    --port "$port" --nohazelcast --disablephonehome --addlibs "$postgresql_jar" \
    --logproperties "$home/server-config/payara-micro/logging.properties" \
    --prebootcommandfile "$home/server-config/payara-micro/pre.boot" \
    --postbootcommandfile "$home/server-config/payara-micro/post.boot" \
    --deploy "$war" --contextroot / >"$DATA_DIR/log/console.log" &
  server_pid=$!
  trap stop_server INT TERM
}

stop_server() {
  stopping=yes
  kill -TERM "$server_pid" 2>/dev/null
}

# A trapped signal ends a wait early: wait until the server is really gone.
await_end() {
  local status=0
  while kill -0 "$server_pid" 2>/dev/null; do
    wait "$server_pid"
    status=$?
  done
  rm -rf "$DATA_DIR/tmp"
  [ -n "${stopping:-}" ] && return 0
  return "$status"
}

is_ready() {
  local answer=""
  {
    exec 3<>"/dev/tcp/$(reachable_address)/$port" &&
      printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 &&
      read -r -t 10 answer <&3
  } 2>/dev/null
  exec 3>&-
  case "$answer" in *" 200 "*) return 0 ;; *) return 1 ;; esac
}

# Whether the server has deployed what it could; the log of the last start does not count.
has_booted() {
  local log="$DATA_DIR/log/server.0.log"
  [ "$log" -nt "$DATA_DIR/tmp/started" ] && grep -q 'PayaraMicro.* ready in ' "$log"
}

# Returns when the application answers; ends the script, with the reason, when it does not start.
await_ready() {
  while kill -0 "$server_pid" 2>/dev/null; do
    if has_booted; then
      is_ready && return 0
      break
    fi
    sleep 0.3
  done
  [ -n "${stopping:-}" ] || echo "Mobile Data Sync did not start. The log is $DATA_DIR/log/server.0.log." >&2
  stop_server
  await_end
  exit 1
}

# The server leaves the generated password of the first administrator in a file, so that it never is in a log.
show_first_password() {
  local file="$DATA_DIR/initial-admin-password.txt"
  if [ -f "$file" ]; then
    echo "First sign-in: login admin, password $(cat "$file") (shown only now; you will choose your own)"
    rm -f "$file"
  fi
}
