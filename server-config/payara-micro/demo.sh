# The demo: the server, a simulated Salesforce organisation as a process of its own, and a client that sets both up and
# syncs. Sourced by ./run.

simulator_jar="$home/testing/salesforce-simulator/target/salesforce-simulator.jar"
demo_jar="$home/testing/demo/target/demo.jar"

run_demo() {
  local once="" fresh="" status=0
  for option in "$@"; do
    case "$option" in
      --once) once=yes ;;
      --fresh) fresh=yes ;;
      *) usage >&2 && exit 2 ;;
    esac
  done
  check_java
  # The demo never touches the data of the real server.
  export DATA_DIR="${DATA_DIR:-$home/data/demo}"
  export ADMIN_PASSWORD="${ADMIN_PASSWORD:-demo-password}"
  prepare_environment
  lock_data_folder
  if [ -n "$fresh" ]; then forget_demo; fi
  choose_port
  build_demo
  start_simulator
  export SALESFORCE_ALLOWED_HOSTS="http://127.0.0.1:$simulator_port"
  start_server
  await_ready
  echo "READY http://$(reachable_address):$port/ (demo; sign in as admin with password $ADMIN_PASSWORD)"
  "$(java_command)" -jar "$demo_jar" "http://$(reachable_address):$port/" "$simulator_export" || status=$?
  if [ -n "$once" ]; then
    stop_server
    await_end
    return "$status"
  fi
  if [ "$status" -ne 0 ]; then
    echo "Not all went as planned: the Synchronization Report says what. The simulated organisation begins anew at each"
    echo "start, without what was made in it before; ./run demo --fresh begins anew on both sides."
  fi
  echo
  echo "The server keeps running. Its Salesforce organisation is simulated at http://127.0.0.1:$simulator_port/. Ctrl-C ends both."
  await_end
}

# Only what the demo made: the lock is held and stays.
forget_demo() {
  find "$DATA_DIR" -mindepth 1 -maxdepth 1 ! -name lock -exec rm -rf {} +
  mkdir -p "$DATA_DIR/log"
}

start_simulator() {
  local console="$DATA_DIR/log/simulator.log" ready="" wanted=""
  # The same address as the last time, so that a run that was interrupted can go on.
  wanted=$(cat "$DATA_DIR/simulator-port" 2>/dev/null)
  if [ -z "$wanted" ] || is_port_taken "$wanted"; then wanted=0; fi
  # Closed for the simulator: it must not hold the data folder when the server is gone.
  "$(java_command)" -jar "$simulator_jar" --port "$wanted" --contacts 5000 --seed 42 >"$console" 2>&1 9>&- &
  simulator_pid=$!
  trap 'kill "$simulator_pid" 2>/dev/null' EXIT
  while kill -0 "$simulator_pid" 2>/dev/null; do
    ready=$(grep -m 1 '^SIMULATOR READY ' "$console") && break
    sleep 0.2
  done
  [ -n "$ready" ] || refuse "The simulator did not start. Its log is $console."
  simulator_port=$(echo "$ready" | sed -n 's|^SIMULATOR READY http://[^:]*:\([0-9]*\)/.*|\1|p')
  simulator_export=${ready##* export=}
  echo "$simulator_port" >"$DATA_DIR/simulator-port"
}
