# Sourced by installer/run, installer/test and installer/shell.
# Makes sure that the packages are there, and says how to run a command among them:
# natively on Debian 13 and newer Ubuntus, in a Debian 13 root (mmdebstrap + bubblewrap) elsewhere.
#
# After `environment_ready base|test`, `inside CMD...` runs CMD where the packages are.

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
cache=${HANEUL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/haneul}
started_s=$SECONDS

# Nothing ends in silence: what no message of ours explains is named by its place.
trap 'status=$?; echo "[haneul] stopped with status $status at ${BASH_SOURCE[0]##*/}:$LINENO: $BASH_COMMAND" >&2' ERR

say() { printf '[haneul %4ds] %s\n' "$((SECONDS - started_s))" "$*" >&2; }
die() { printf '[haneul] cannot go on: %s\n' "$1" >&2; shift; for line in "$@"; do printf '[haneul]   %s\n' "$line" >&2; done; exit 1; }

packages_of() { sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$checkout/installer/$1"; }

os_release() { ( . /etc/os-release; eval "printf %s \"\${$1:-}\"" ); }

# native | root: does this system's own archive hold Qt 6.8 with Qt Location?
environment_kind() {
    local id version; id=$(os_release ID); version=$(os_release VERSION_ID)
    case $id in
        debian) if [ "${version%%.*}" -ge 13 ] 2>/dev/null || [ "$(os_release VERSION_CODENAME)" = trixie ]; then echo native; else echo root; fi ;;
        ubuntu) if [ "$(printf '%s\n25.04\n' "$version" | sort -V | head -n1)" = 25.04 ]; then echo native; else echo root; fi ;;  # untested
        *) echo root ;;
    esac
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then sudo "$@"
    else die "no rights to install packages" "run it as root, or as a user who may use sudo"; fi
}

need_disk_mb() {  # $1 folder, $2 MB
    local free; mkdir -p "$1" 2>/dev/null || die "cannot write to $1" "set HANEUL_CACHE to a folder you may write to"
    free=$(df -Pm "$1" | awk 'NR==2 {print $4}')
    [ "$free" -ge "$2" ] || die "not enough disk below $1: $free MB free, $2 MB wanted" "free some space, or set HANEUL_CACHE to a folder on a larger disk"
}

apt_explain() {  # turns apt's log into one sentence
    local log=$1
    if grep -qiE 'No space left' "$log"; then die "the disk is full" "see $log"
    elif grep -qiE 'Temporary failure resolving|Could not resolve|Network is unreachable|Could not connect|Connection refused|timed out' "$log"; then
        die "no network to the package mirror" "the mirror comes from this system's own apt configuration; try: apt-get update" "see $log"
    elif grep -qiE 'does not have a Release file|404 +Not Found' "$log"; then
        die "the package mirror does not hold Debian 13 (trixie)" "set HANEUL_DEBIAN_MIRROR to one that does" "see $log"
    elif grep -qiE 'NO_PUBKEY|not signed|GPG error' "$log"; then
        die "the mirror's signature cannot be checked" "update the package debian-archive-keyring" "see $log"
    elif grep -qiE 'Unable to locate package|has no installation candidate' "$log"; then
        die "a package is missing from the mirror: $(grep -iE 'Unable to locate package|has no installation candidate' "$log" | head -n1)" "see $log"
    elif grep -qiE 'Permission denied|are you root' "$log"; then die "no rights to install packages" "run it as root, or as a user who may use sudo"
    else tail -n 15 "$log" >&2; die "installing packages failed" "see $log"; fi
}

# The database server of the benchmarks runs only while they do: its package makes no cluster and starts none.
no_cluster='f=/etc/postgresql-common/createcluster.conf; [ -e $f ] || { mkdir -p /etc/postgresql-common && echo "create_main_cluster = false" >$f; }'

# ---------------------------------------------------------------- native
native_install() {  # list files
    local list missing=() name
    for list in "$@"; do
        while read -r name; do
            dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
        done < <(packages_of "$list")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "installing ${#missing[@]} packages"
    mkdir -p "$cache"; need_disk_mb "$cache" 3000
    local log=$cache/install.log
    { as_root sh -c "$no_cluster" && as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || apt_explain "$log"
}

# ---------------------------------------------------------------- root
list_key() { for list in "$@"; do packages_of "$list"; done | LC_ALL=C sort | sha256sum | cut -c1-16; }

host_tools() {
    local missing=()
    command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
    command -v bwrap >/dev/null || missing+=(bubblewrap)
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || die "this system has no apt-get" "Debian 12 or newer, or Ubuntu, is needed"
    say "installing ${missing[*]} on this system"
    mkdir -p "$cache"; local log=$cache/install.log
    { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || apt_explain "$log"
}

# Prints the Debian mirrors (URI suite components) for trixie, read from this system's own apt configuration.
trixie_sources() {
    local keyring=/usr/share/keyrings/debian-archive-keyring.gpg uri
    [ -r "$keyring" ] || die "no Debian archive keyring on this system" "install the package debian-archive-keyring"
    if [ -n "${HANEUL_DEBIAN_MIRROR:-}" ]; then echo "deb [signed-by=$keyring] $HANEUL_DEBIAN_MIRROR trixie main"; return; fi
    apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(ORIGIN)' 2>/dev/null | LC_ALL=C sort -u | awk -v keyring="$keyring" '
        $3 == "Debian" && $2 !~ /-/         && !main  { main = 1;  print "deb [signed-by=" keyring "] " $1 " trixie main" }
        $3 == "Debian" && $2 ~ /-updates$/  && !upd   { upd = 1;   print "deb [signed-by=" keyring "] " $1 " trixie-updates main" }
        $3 == "Debian" && $2 ~ /-security$/ && !sec   { sec = 1;   print "deb [signed-by=" keyring "] " $1 " trixie-security main" }'
}

make_root() {
    local key=$1 target=$2
    need_disk_mb "$cache" 5000
    local sources; sources=$(trixie_sources)
    if [ -z "$sources" ]; then   # a fresh system may not have fetched its lists yet
        as_root apt-get update >"$cache/install.log" 2>&1 || apt_explain "$cache/install.log"
        sources=$(trixie_sources)
    fi
    [ -n "$sources" ] || die "no Debian mirror in this system's apt configuration" "set HANEUL_DEBIAN_MIRROR to one"
    say "making a Debian 13 root in $target (about 6 minutes, 3 GB, once)"
    local work=$target.making.$$ log=$cache/root.log options=$cache/apt-options.$$
    apt-config dump | grep -E '^Acquire::(http|https|ftp|Check|Retries|ForceIPv|Max-)' | grep -v ' "";$' >"$options" || true
    as_root mmdebstrap --mode=root --variant=apt --format=directory --skip=output/dev \
        --aptopt="$options" --aptopt='APT::Install-Recommends "false"' \
        --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
        --include="$(packages_of packages.txt | paste -sd,)" \
        trixie "$work" - <<<"$sources" >"$log" 2>&1 &
    local pid=$! last=
    while kill -0 $pid 2>/dev/null; do
        sleep 5
        local line; line=$(tail -n1 "$log" 2>/dev/null | tr -d '\r' | cut -c1-90)
        [ "$line" = "$last" ] || say "  $line"; last=$line
    done
    if ! wait $pid; then as_root rm -rf --one-file-system "$work"; rm -f "$options"; apt_explain "$log"; fi
    rm -f "$options"
    as_root sh -c "mkdir -p '$work/stamps' && mv '$work' '$target'" || die "cannot move the new root to $target"
    say "root ready ($key)"
}

install_in_root() {  # list file -> more packages in the root, once
    local key; key=$(list_key "$1")
    [ -e "$root/stamps/$key" ] && return 0
    say "installing the packages of $1 in the root"
    local log=$cache/install.log
    local bare=(bwrap --bind "$root" / --dev /dev --proc /proc --perms 1777 --tmpfs /tmp --tmpfs /run --cap-add ALL --setenv DEBIAN_FRONTEND noninteractive)
    local install="apt-get install -y --no-install-recommends $(packages_of "$1" | paste -sd' ')"
    # Fetched with the host's certificates in place, installed without: these are read-only, and packages write there.
    # shellcheck disable=SC2046
    { as_root "${bare[@]}" $(network_binds) sh -c "apt-get update && $install --download-only" &&
        as_root "${bare[@]}" sh -c "{ $no_cluster; } && $install --no-download && apt-get clean && touch /stamps/$key"; } >"$log" 2>&1 || apt_explain "$log"
}

network_binds() {
    local path
    for path in /etc/resolv.conf /etc/hosts /etc/ssl/certs /usr/local/share/ca-certificates; do
        [ -e "$path" ] && [ -e "$root$path" -o "$path" = /etc/resolv.conf -o "$path" = /etc/hosts ] && printf -- '--ro-bind %s %s ' "$(readlink -f "$path")" "$path"
    done
    true
}

# Everything of the host that is not system: homes, data disks, the checkout at its own path, /tmp with the X socket.
host_binds() {
    local path
    for path in /*; do
        case $path in
            /bin|/boot|/dev|/etc|/lib|/lib32|/lib64|/libx32|/opt|/proc|/run|/sbin|/sys|/usr|/var|/stamps|/lost+found|/initrd*|/vmlinuz*) ;;
            *) [ -d "$path" ] && [ ! -L "$path" ] && printf '%s\0%s\0%s\0' --bind "$path" "$path" ;;
        esac
    done
    [ -d "/run/user/$(id -u)" ] && printf '%s\0%s\0%s\0' --bind "/run/user/$(id -u)" "/run/user/$(id -u)"
    [ -d /sys ] && printf '%s\0%s\0%s\0' --ro-bind /sys /sys
    case $checkout in /opt/*|/var/*|/usr/*) printf '%s\0%s\0%s\0' --bind "$checkout" "$checkout" ;; esac
    case $cache in /opt/*|/var/*|/usr/*) printf '%s\0%s\0%s\0' --bind "$cache" "$cache" ;; esac
    true
}

# Runs CMD alone: of two first calls at once the second waits and finds the work done.
alone() {
    mkdir -p "$cache" 2>/dev/null && : 2>/dev/null >>"$cache/lock" || die "cannot write to $cache" "set HANEUL_CACHE to a folder you may write to"
    (   flock --wait 2 9 || { say "another call is preparing the packages: waiting for it"; flock 9; }
        "$@"
    ) 9>>"$cache/lock" || exit 1
}

prepare_root() {  # base | test
    host_tools
    [ -d "$root" ] || make_root "$(basename "$root")" "$root"
    [ "$1" = base ] || install_in_root packages-test.txt
}

environment_ready() {  # base | test
    local lists=(packages.txt); [ "$1" = test ] && lists+=(packages-test.txt)
    if [ "$(environment_kind)" = native ]; then root=; alone native_install "${lists[@]}"; return; fi
    root=$cache/root-$(list_key packages.txt)
    alone prepare_root "$1"
}

# Fills `enter` with the words that put a command where the packages are.
entering() {
    export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache} CCACHE_BASEDIR=$checkout CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    enter=()
    # The language of this system, for the window; the root has no locales of its own but C.UTF-8.
    export LANGUAGE=${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}
    case ${LC_ALL:-${LANG:-C}} in C|POSIX) export LANG=C.UTF-8; unset LC_ALL ;; esac
    [ -n "$root" ] || return 0
    local binds=(); while IFS= read -r -d '' word; do binds+=("$word"); done < <(host_binds)
    local caps=(); [ "$(id -u)" = 0 ] && caps=(--cap-add ALL)
    # shellcheck disable=SC2046,SC2206
    enter=(bwrap --bind "$root" / --dev-bind /dev /dev --proc /proc --tmpfs /run "${binds[@]}" $(network_binds) "${caps[@]}"
        --chdir "$PWD" --die-with-parent --setenv PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin --unsetenv LC_ALL --setenv LANG C.UTF-8)
}

inside() { local enter; entering; "${enter[@]}" "$@"; }
exec_inside() { local enter; entering; exec "${enter[@]}" "$@"; }
