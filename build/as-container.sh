#!/usr/bin/env bash
# The image's steps without a container engine: lays out what the Containerfile does, then starts the
# service and plays the demo as user 10001, without capabilities, on a read-only root. As root, by hand:
#   build/as-container.sh            after ./grenselos version; leaves nothing behind
set -euo pipefail

[[ $EUID == 0 ]] || { echo "as-container: only root may mount" >&2; exit 2; }
repo="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
java_home="${JAVA_HOME:?must be a JDK 25, as in the image}"
layout="$(mktemp -d /var/tmp/as-container.XXXXXX)"
trap 'rmdir /app /config /data; rm -rf "$layout"' EXIT
mkdir /app /config /data

mkdir -p "$layout/app/bin" "$layout/config"
cp -r "$repo/config/." "$layout/config/"
cp "$repo/config/ops/jvm.options" "$repo/config/ops/container/healthy" "$layout/app/"
cp "$repo/config/ops/container/grenselos" "$layout/app/bin/"
"$java_home/bin/java" -Djarmode=tools -jar "$repo/bot-app/target/grenselos.jar" \
  extract --destination "$layout/unpacked"
mv "$layout/unpacked/"* "$layout/app/"
chmod 755 "$layout" "$layout/app/healthy" "$layout/app/bin/grenselos"

cat >"$layout/service" <<'END'
id
grep -E 'CapEff|NoNewPrivs' /proc/self/status
touch /app/here 2>&1 && exit 1
grenselos() { java @/app/jvm.options -XX:AOTCache=/app/grenselos.aot -jar /app/grenselos.jar "$@"; }
grenselos version
grenselos bench start --rounds 3
grenselos demo --once | tail -n 6
END

cat >"$layout/mounts" <<'END'
set -euo pipefail
layout="$1" java_home="$2"
mount --make-rprivate /
mount --bind "$layout/app" /app
mount --bind "$layout/config" /config
cd /
"$java_home/bin/java" @/app/jvm.options -jar /app/grenselos.jar bench start --archive /app/grenselos.aot
mount -t tmpfs -o size=64m,mode=755,uid=10001,gid=10001 data /data
mount -t tmpfs -o exec,nosuid,nodev,size=512m,mode=1777 tmp /tmp
for place in /app /config /; do mount -o remount,bind,ro "$place"; done
exec env -i PATH="$java_home/bin:/usr/bin:/bin" MALLOC_ARENA_MAX=1 LC_ALL=C.UTF-8 DJL_CACHE_DIR=/tmp/djl \
  setpriv --reuid 10001 --regid 10001 --clear-groups --bounding-set -all --inh-caps -all --no-new-privs \
  bash "$layout/service"
END

unshare --mount bash "$layout/mounts" "$layout" "$java_home"
