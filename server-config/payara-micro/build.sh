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

is_up_to_date() {
  [ -f "$war" ] && [ -f "$server_jar" ] && [ -f "$postgresql_jar" ] || return 1
  local newer
  newer=$(cd "$home" && find pom.xml persistence-module ejb-module web-module \
    -name target -prune -o -type f -newer "$war" -print | head -n 1)
  [ -z "$newer" ]
}

build() {
  if ! is_up_to_date; then
    echo "Building Mobile Data Sync ..."
    (cd "$home" && ./mvnw -B -q -ntp -pl web-module -am -DskipTests package) || refuse "The build failed, see above."
    touch "$war"
  fi
}
