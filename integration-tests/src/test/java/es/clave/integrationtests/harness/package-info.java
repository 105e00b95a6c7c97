/** What tests stand on: the built distribution as processes, a real PostgreSQL, Chromium, the messages that were sent. */
package es.clave.integrationtests.harness;
