/**
 * What lives for minutes and is used once, and the limits that hold across browsers, nodes and restarts.
 *
 * <p>Codes and requests for the app are in a cache with two owners, so that any node can finish what another began. Limits are in the database,
 * each counted in a transaction of its own that stays whatever becomes of the request.
 */
package es.clave.challenge;
