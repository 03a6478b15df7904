# Nodes on loopback, for the scripts beside this file. The caller sets `work`, a folder of its own, and `client`, the launcher
# its clients run. What is started here is ended by `end_nodes`, by its process id.

nodes=()

end_nodes() {
    local pid
    for pid in "${nodes[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    for pid in "${nodes[@]}"; do
        wait "$pid" 2>/dev/null || true
    done
    nodes=()
}

fail() {
    echo "$1" >&2
    exit 1
}

# nanoseconds
now() {
    date +%s%N
}

# since WHEN: seconds
since() {
    local milliseconds=$((($(now) - $1) / 1000000))
    printf '%d.%03d' $((milliseconds / 1000)) $((milliseconds % 1000))
}

# start NAME COMMAND...: runs a node and waits until it is ready. Sets pid, listening, answering and took (seconds).
start() {
    local out=$work/$1.out err=$work/$1.err begun
    shift
    : >"$out"
    begun=$(now)
    "$@" >"$out" 2>>"$err" &
    pid=$!
    nodes+=("$pid")
    until grep -q '^ready' "$out"; do
        kill -0 "$pid" 2>/dev/null || fail "A node did not start. It said: $(tail -n 3 "$err")"
        [ "$(($(now) - begun))" -lt 180000000000 ] || fail "A node was not ready after three minutes."
        sleep 0.02
    done
    took=$(since "$begun")
    listening=$(sed -n 's/^ready listen=\([^ ]*\) .*/\1/p' "$out")
    answering=$(sed -n 's/^ready .* api=//p' "$out")
}

# call HOME API PATH [BODY]: asks a node; the token is never an argument.
call() {
    curl -sSf --max-time 60 -H @<(printf 'Authorization: Bearer %s' "$(cat "$1/api-token")") ${4:+-d "$4"} "http://$2/api/v1$3"
}

# ask HOME API TITLE: posts a request
ask() {
    local slot
    slot=$(date -d tomorrow +%FT18:00)
    call "$1" "$2" /requests "{\"kind\":\"meal\",\"title\":\"$3\",\"slots\":[{\"start\":\"$slot\",\"duration\":\"1h\"}]}" >/dev/null
}

# await HOME API TITLE: until the node lists the request
await() {
    local begun
    begun=$(now)
    until call "$1" "$2" /requests | grep -qF "\"$3\""; do
        [ "$(($(now) - begun))" -lt 60000000000 ] || fail "The request \"$3\" did not arrive within a minute."
        sleep 0.02
    done
}

# mebibytes PID: resident memory
mebibytes() {
    awk '/^VmRSS:/ { printf "%.1f", $2 / 1024 }' "/proc/$1/status"
}
