# For scripts that source it.

# Installs Debian packages.
install() {
    export DEBIAN_FRONTEND=noninteractive
    local sudo=()
    [ "$(id -u)" = 0 ] || sudo=(sudo)
    "${sudo[@]}" apt-get update -q && "${sudo[@]}" apt-get install -y -q --no-install-recommends "$@"
}

# What libfuzzer is compiled with.
install_cpp() { command -v c++ >/dev/null || install g++; }

say() { printf '\n== %s\n' "$*"; }
