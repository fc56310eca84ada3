#!/usr/bin/env bash
# Deploys Mobile Data Sync to a running domain of Payara Server, in place of an earlier version of it.
# Usage: deploy.sh [EAR]   with PAYARA_HOME; what asadmin needs to sign in, in its variables such as AS_ADMIN_PORT.
set -eu
. "$(dirname "${BASH_SOURCE[0]}")/domain.sh"

ear="${1:-$home/ear/target/mobile-data-sync.ear}"
[ -f "$ear" ] || refuse "There is no EAR $ear. Build it with: ./mvnw -pl ear -am -DskipTests package"
exec "$asadmin" deploy --force=true --name mobile-data-sync "$ear"
