#!/bin/sh
# Verifies the audit log in the database; --help tells the options. Needs no running server.
home=$(cd "$(dirname "$0")/.." && pwd) || exit 2
classpath=
for jar in "$home"/providers/clave-*.jar \
  "$home"/lib/lib/main/com.h2database.h2-*.jar \
  "$home"/lib/lib/main/org.postgresql.postgresql-*.jar \
  "$home"/lib/lib/main/org.bouncycastle.bcprov-*.jar \
  "$home"/lib/lib/main/org.keycloak.keycloak-server-spi-*.jar
do
  classpath="$classpath:$jar"
done
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "${classpath#:}" es.clave.registry.audit.VerifyAuditLog "$@"
