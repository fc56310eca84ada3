# Which domain of Payara Server the scripts beside this one work on. Sourced by them.

refuse() {
  echo "$*" >&2
  exit 1
}

[ -n "${PAYARA_HOME:-}" ] || refuse "Set PAYARA_HOME to the folder of Payara Server, such as /opt/payara6."
asadmin="$PAYARA_HOME/bin/asadmin"
[ -x "$asadmin" ] || refuse "There is no Payara Server in PAYARA_HOME, $PAYARA_HOME: no bin/asadmin."

DOMAIN_DIR="${DOMAIN_DIR:-$PAYARA_HOME/glassfish/domains/domain1}"
[ -f "$DOMAIN_DIR/config/domain.xml" ] || refuse "There is no domain in DOMAIN_DIR, $DOMAIN_DIR. Make one with: $asadmin create-domain"
DOMAIN_DIR=$(cd "$DOMAIN_DIR" && pwd)

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
