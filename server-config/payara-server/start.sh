#!/usr/bin/env bash
# Starts a domain of Payara Server for Mobile Data Sync, after making it ours; returns when it is up.
# Settings: PAYARA_HOME, DOMAIN_DIR and those of server-config/env.example. Arguments go to asadmin start-domain.
set -eu
. "$(dirname "${BASH_SOURCE[0]}")/domain.sh"

check_stopped() {
  local pid
  pid=$(cat "$DOMAIN_DIR/config/pid" 2>/dev/null || true)
  if [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; then
    refuse "The domain in $DOMAIN_DIR is running already, as process $pid."
  fi
}

prepare_environment() {
  umask 077 # the domain and the data folder hold personal data and keys
  export HTTP_ADDRESS="${HTTP_ADDRESS:-127.0.0.1}"
  export HTTP_PORT="${HTTP_PORT:-8080}"
  export DATA_DIR="${DATA_DIR:-$DOMAIN_DIR/data}"
  export DATABASE_URL="${DATABASE_URL:-jdbc:postgresql://localhost:5432/mobiledatasync}"
  export DATABASE_USER="${DATABASE_USER:-mobiledatasync}"
  [ -n "${DATABASE_PASSWORD:-}" ] || refuse "Set DATABASE_PASSWORD to the password of $DATABASE_USER in PostgreSQL."
  case "$DATABASE_URL" in
    jdbc:postgresql:*reWriteBatchedInserts=*) ;;
    jdbc:postgresql:*\?*) DATABASE_URL="$DATABASE_URL&reWriteBatchedInserts=true" ;;
    jdbc:postgresql:*) DATABASE_URL="$DATABASE_URL?reWriteBatchedInserts=true" ;;
    *) refuse "DATABASE_URL must start with jdbc:postgresql:." ;;
  esac
}

# Before the start, because a domain looks for libraries only then.
copy_driver() {
  local driver="${POSTGRESQL_DRIVER:-$home/ear/target/server/postgresql.jar}"
  [ -f "$driver" ] || refuse "There is no PostgreSQL driver $driver. Build it, or set POSTGRESQL_DRIVER."
  cmp -s "$driver" "$DOMAIN_DIR/lib/postgresql.jar" || cp "$driver" "$DOMAIN_DIR/lib/postgresql.jar"
}

# In the file, because asadmin changes memory only of the start after the next.
set_memory() {
  local memory="${SERVER_MEMORY:-1g}" options=jvm-options
  case "$memory" in
    *[!0-9mg]* | '') refuse "SERVER_MEMORY must be a size such as 1g or 1500m, but is '$memory'." ;;
  esac
  sed -i "s|<$options>-Xmx[^<]*</$options>|<$options>-Xmx$memory</$options>|" "$DOMAIN_DIR/config/domain.xml"
}

check_stopped
prepare_environment
copy_driver
set_memory
exec "$asadmin" start-domain --domaindir "$(dirname "$DOMAIN_DIR")" \
  --prebootcommandfile "$home/server-config/payara-server/pre.boot" "$@" "$(basename "$DOMAIN_DIR")"
