# Sourced by ./run and ./test: makes the local environment in .venv from hashed requirements,
# system libraries included. Does nothing when what is there already fits.
# Expects: ROOT (the checkout), NEEDS (requirements file), SYSTEM (files that list Debian packages).

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

fingerprint() {
    for file in "$NEEDS" $SYSTEM; do cat "$file"; done | cksum
}

missing_packages() {
    for package in $(cat $SYSTEM); do
        case "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" in
        *"ok installed") ;;
        # Debian 13 and Ubuntu 24.04 renamed some libraries for 64-bit time
        *) case "$(dpkg-query -W -f='${Status}' "${package}t64" 2>/dev/null)" in
            *"ok installed") ;;
            *) printf '%s ' "$package" ;;
            esac ;;
        esac
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        return 1
    fi
}

install_packages() { # package...
    wanted="apt-get update && apt-get install -y --no-install-recommends $*"
    command -v apt-get >/dev/null 2>&1 ||
        stop "Forthright needs these system libraries: $*" "Install them with your system's package tool, then start again."
    printf 'Installing system libraries: %s\n' "$*" >&2
    as_root sh -c "DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; apt-get -q update && apt-get -q install -y --no-install-recommends $*" >&2 ||
        stop "The system libraries could not be installed. As an administrator, run:" "  $wanted" "and start again."
}

find_python() {
    for candidate in python3.11 python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info[:2] != (3, 11))' >/dev/null 2>&1; then
            PYTHON=$candidate
            return 0
        fi
    done
    return 1
}

prepare_environment() { # name of the stamp
    stamp="$ROOT/.venv/.$1"
    mark=$(fingerprint)
    if [ -x "$ROOT/.venv/bin/python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$mark" ]; then
        return 0
    fi
    if command -v dpkg-query >/dev/null 2>&1; then
        packages=$(missing_packages)
        [ -z "$packages" ] || install_packages $packages
    fi
    find_python || { command -v apt-get >/dev/null 2>&1 && install_packages python3 python3-venv; find_python; } ||
        stop "Forthright needs Python 3.11 with its venv module, and found none." "On Debian 12: apt-get install -y python3 python3-venv"
    printf 'Preparing the local environment in .venv ...\n' >&2
    [ -x "$ROOT/.venv/bin/python" ] || "$PYTHON" -m venv "$ROOT/.venv" || stop "The environment in .venv could not be made."
    "$ROOT/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary=:all: \
        --require-hashes --requirement "$NEEDS" ||
        stop "The libraries could not be installed. Nothing of yours was changed. Check the connection and start again."
    printf '%s\n' "$mark" >"$stamp"
}
