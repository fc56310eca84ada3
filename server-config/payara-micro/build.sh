# Builds what ./run starts, when it is missing or older than its sources. Sourced by ./run.

war="$home/web-module/target/mobile-data-sync.war"
server_jar="$home/web-module/target/server/payara-micro.jar"
postgresql_jar="$home/web-module/target/server/postgresql.jar"

java_command() {
  if [ -n "${JAVA_HOME:-}" ]; then echo "$JAVA_HOME/bin/java"; else echo java; fi
}

check_java() {
  local version
  version=$("$(java_command)" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  [ -n "$version" ] || refuse "Java 17 or later is needed, and no Java was found. Install a JDK, or set JAVA_HOME."
  [ "$version" -ge 17 ] || refuse "Java 17 or later is needed, but $(java_command) is version $version. Set JAVA_HOME."
}

# Whether the first file is there and none of the sources named after it is newer.
is_newer_than_sources() {
  local built="$1"
  shift
  [ -f "$built" ] || return 1
  [ -z "$(cd "$home" && find pom.xml "$@" -name target -prune -o -type f -newer "$built" -print | head -n 1)" ]
}

is_server_built() {
  [ -f "$server_jar" ] && [ -f "$postgresql_jar" ] &&
    is_newer_than_sources "$war" persistence-module ejb-module web-module
}

build_server() {
  is_server_built || build web-module "$war"
}

build_demo() {
  is_server_built &&
    is_newer_than_sources "$simulator_jar" testing/salesforce-simulator &&
    is_newer_than_sources "$demo_jar" testing/demo ||
    build web-module,testing/salesforce-simulator,testing/demo "$war" "$simulator_jar" "$demo_jar"
}

# Builds modules and marks what they make as up to date.
build() {
  local modules="$1"
  shift
  echo "Building Mobile Data Sync ..."
  (cd "$home" && ./mvnw -B -q -ntp -pl "$modules" -am -DskipTests package) || refuse "The build failed, see above."
  touch "$@"
}
