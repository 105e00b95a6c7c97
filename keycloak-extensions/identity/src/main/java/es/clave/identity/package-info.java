/**
 * Who a citizen is and how strongly that is known: values that cannot be wrong once they exist.
 *
 * <p>Plain Java: no Keycloak, no database. What people type is read by a {@code parse} method that answers {@link
 * es.clave.identity.Parsed}: the value, or the one mistake that was made.
 */
package es.clave.identity;
