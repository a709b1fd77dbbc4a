# For scripts that source it, in the top folder: the oldest compiler that is promised
# (`rust-version` in Cargo.toml), as Debian's packages of it, unpacked in the target folder
# beside whatever is installed. Sets `oldest` (its version), `RUSTC`, `RUSTDOC`,
# `CARGO_TARGET_DIR` and `cargo`.

. .ci/install.sh

oldest=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
root=$(realpath -m "${CARGO_TARGET_DIR:-target}")/msrv

fetch_oldest() {
    local exact
    # With what these packages need besides.
    install libpcre3 libhttp-parser2.9 libgit2-1.5 libcurl3-gnutls libllvm19
    exact=$(apt-cache madison rustc-web | awk -v v="^$oldest" '$3 ~ v { print $3; exit }')
    [ -n "$exact" ] || { echo "Debian has no rustc-web $oldest"; exit 1; }
    rm -rf "$root/rust" && mkdir -p "$root/rust" "$root/packages"
    (
        cd "$root/packages"
        apt-get download -q "rustc-web=$exact" "cargo-web=$exact" \
            "libstd-rust-web-dev=$exact" "libstd-rust-web-$oldest=$exact"
        for package in *.deb; do dpkg -x "$package" "$root/rust"; done
        rm -f ./*.deb
    )
}

# `fetch_oldest_library ARCHITECTURE TARGET` adds the language's library for a target: the
# package of another architecture, which apt knows nothing of but in a folder of ours.
fetch_oldest_library() {
    [ ! -d "$root/rust/usr/lib/rustlib/$2" ] || return 0
    local apt=$root/apt/$1 exact options
    mkdir -p "$apt/lists/partial" "$apt/archives/partial"
    options=(-q -o APT::Architecture="$1" -o APT::Architectures="$1" -o Dir::State="$apt"
        -o Dir::State::status=/dev/null -o Dir::Cache="$apt" -o Acquire::Languages=none)
    # Some index may be missing for an architecture; the package itself must be there.
    apt-get "${options[@]}" update || true
    exact=$(apt-cache "${options[@]}" madison libstd-rust-web-dev |
        awk -v v="^$oldest" '$3 ~ v { print $3; exit }')
    [ -n "$exact" ] || { echo "Debian has no libstd-rust-web-dev $oldest for $1"; exit 1; }
    (
        cd "$apt"
        apt-get "${options[@]}" download "libstd-rust-web-dev=$exact"
        dpkg -x ./*.deb "$root/rust"
        rm -f ./*.deb
    )
}

[ -x "$root/rust/usr/bin/rustc" ] || fetch_oldest

# Such as x86_64-linux-gnu.
libraries=$(printf '%s' "$root"/rust/usr/lib/*-linux-gnu)
for tool in rustc rustdoc; do
    cat >"$root/$tool" <<EOF
#!/bin/sh
export LD_LIBRARY_PATH=$libraries\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH}
exec $root/rust/usr/bin/$tool "\$@"
EOF
    chmod +x "$root/$tool"
done
export RUSTC=$root/rustc RUSTDOC=$root/rustdoc CARGO_TARGET_DIR=$root/target
cargo=$root/rust/usr/bin/cargo
