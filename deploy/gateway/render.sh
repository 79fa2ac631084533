#!/bin/sh
# Puts the settings into the template and makes the folders nginx needs. Run at each start, as the user nginx runs as.
set -eu
umask 077

# What has a default; .env.example says what each one is.
export LENS_HOME="${LENS_HOME:-/opt/lens-gateway}"
export LENS_RUN="${LENS_RUN:-/run/lens-gateway}"
export LENS_SECRETS="${LENS_SECRETS:-${CREDENTIALS_DIRECTORY:-/run/secrets}}"
export LENS_LOG="${LENS_LOG:-/var/log/lens-gateway}"
export LENS_AUDIT_LOG="${LENS_AUDIT_LOG:-$LENS_LOG/audit.jsonl}"
export LENS_WORKERS="${LENS_WORKERS:-auto}"
export LENS_LISTEN="${LENS_LISTEN:-443}"
export LENS_TRUSTED_CA="${LENS_TRUSTED_CA:-/etc/ssl/certs/ca-certificates.crt}"
export LENS_RESOLVER="${LENS_RESOLVER:-$(sed -n 's/^nameserver \([0-9.]*\)$/\1/p' /etc/resolv.conf | head -n 1)}"
export LENS_WHO="${LENS_WHO:-introspection}"
export LENS_INTROSPECTION_URL="${LENS_INTROSPECTION_URL:-}"
export LENS_PROVIDER_CLIENT_ID="${LENS_PROVIDER_CLIENT_ID:-}"
export LENS_USERINFO_URL="${LENS_USERINFO_URL:-}"
export LENS_OAUTH2_PROXY_URL="${LENS_OAUTH2_PROXY_URL:-}"
export LENS_USER_CLAIM="${LENS_USER_CLAIM:-email}"
export LENS_GROUPS_CLAIM="${LENS_GROUPS_CLAIM:-groups}"
export LENS_READ_GROUPS="${LENS_READ_GROUPS:-}"
export LENS_DAILY_GROUPS="${LENS_DAILY_GROUPS:-}"
export LENS_ALL_GROUPS="${LENS_ALL_GROUPS:-}"
export LENS_ACCESS_GROUPS="${LENS_ACCESS_GROUPS:-}"
export LENS_WHO_SECONDS="${LENS_WHO_SECONDS:-60}"
export LENS_FRESH_SECONDS="${LENS_FRESH_SECONDS:-60}"
export LENS_CACHE_SIZE="${LENS_CACHE_SIZE:-256m}"
export LENS_PERSON_PER_SECOND="${LENS_PERSON_PER_SECOND:-20}"
export LENS_PERSON_BURST="${LENS_PERSON_BURST:-60}"
export LENS_STRANGERS_PER_SECOND="${LENS_STRANGERS_PER_SECOND:-50}"
export LENS_WORKSPACE_PER_MINUTE="${LENS_WORKSPACE_PER_MINUTE:-900}"
export LENS_WORKSPACE_BURST="${LENS_WORKSPACE_BURST:-300}"
export LENS_VITALLY_URL="${LENS_VITALLY_URL:-https://${LENS_VITALLY_HOST:?"the host of Vitally's REST API, such as acme.rest.vitally.io"}}"
export LENS_PERSON_PER_MINUTE="$((LENS_PERSON_PER_SECOND * 60))"

fail() {
  echo "lens-gateway: $1" >&2
  exit 1
}
[ -n "${LENS_HOST:-}" ] || fail "LENS_HOST is missing: the name people reach the gateway by."
[ -n "${LENS_CLIENT_ID:-}" ] || fail "LENS_CLIENT_ID is missing: tokens of other apps would be let in."
[ -n "$LENS_READ_GROUPS$LENS_DAILY_GROUPS$LENS_ALL_GROUPS" ] || fail "No group is named, so nobody would be let in."
case "$LENS_WHO" in
  introspection) [ -n "$LENS_INTROSPECTION_URL" ] || fail "LENS_INTROSPECTION_URL is missing." ;;
  oauth2-proxy) [ -n "$LENS_OAUTH2_PROXY_URL" ] || fail "LENS_OAUTH2_PROXY_URL is missing." ;;
  *) fail "LENS_WHO is introspection or oauth2-proxy." ;;
esac

mkdir -p "$LENS_RUN/tmp" "$LENS_RUN/cache" "$LENS_LOG"
names=$(env | sed -n 's/^\(LENS_[A-Z0-9_]*\)=.*/${\1}/p' | tr '\n' ' ')
envsubst "$names" <"$LENS_HOME/nginx.conf.template" >"$LENS_RUN/nginx.conf"
missing=$(grep -o '\${LENS_[A-Z0-9_]*}' "$LENS_RUN/nginx.conf" | sort -u | tr '\n' ' ')
[ -z "$missing" ] || fail "Not set: $missing"
