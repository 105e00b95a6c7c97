#!/bin/sh
# Verifies the audit log in the database; --help tells the options. Needs no running server.
home=$(cd "$(dirname "$0")/.." && pwd) || exit 2
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$home/providers/*:$home/lib/lib/main/*" \
  es.clave.registry.audit.VerifyAuditLog "$@"
