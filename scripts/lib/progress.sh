# Sourced by the other scripts: reports long-running work and failures.

fail() {
  printf '%s\n' "${0##*/}: $*" >&2
  exit 1
}

crates_compiled() {
  long_crates=$(grep -c '^ *Compiling' "$long_log" || true)
  [ "$long_crates" = 0 ] || printf ', %d crates compiled' "$long_crates"
}

# long WHAT LOG COMMAND...: runs COMMAND with its output in LOG and prints on stderr what is being installed and that it
# is still running: on a terminal in a single line, elsewhere (CI) in a line every 15 seconds. Shows the end of LOG if
# COMMAND fails. (scripts/aloud is for work whose output is wanted, once Node is installed.)
long() {
  long_what=$1
  long_log=$2
  shift 2
  mkdir -p "$(dirname "$long_log")"
  printf 'Installing %s.\n' "$long_what" >&2
  "$@" >"$long_log" 2>&1 </dev/null &
  long_pid=$!
  # A background job ignores Ctrl-C, so pass it on.
  trap 'kill "$long_pid" 2>/dev/null || true; printf "\nInterrupted; the next run continues.\n" >&2; exit 130' INT TERM HUP
  # Use the clock: on a busy machine `sleep 1` takes longer than a second.
  long_begin=$(date +%s)
  long_said=$long_begin
  long_seconds=0
  while kill -0 "$long_pid" 2>/dev/null; do
    sleep 1
    long_now=$(date +%s)
    long_seconds=$((long_now - long_begin))
    if [ -t 2 ]; then
      printf '\r  %d:%02d%s ' $((long_seconds / 60)) $((long_seconds % 60)) "$(crates_compiled)" >&2
    elif [ $((long_now - long_said)) -ge 15 ]; then
      long_said=$long_now
      printf '  still running after %d:%02d%s\n' $((long_seconds / 60)) $((long_seconds % 60)) "$(crates_compiled)" >&2
    fi
  done
  long_status=0
  wait "$long_pid" || long_status=$?
  trap - INT TERM HUP
  [ ! -t 2 ] || printf '\r\033[K' >&2
  if [ "$long_status" -ne 0 ]; then
    tail -n 40 "$long_log" >&2
    fail "failed after $long_seconds s: $long_what. Full output: $long_log"
  fi
}
