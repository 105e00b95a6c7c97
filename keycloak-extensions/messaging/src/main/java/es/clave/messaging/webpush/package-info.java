/** Web Push: messages to browsers by their makers' push services (RFC 8030, 8188, 8291, 8292). */
package es.clave.messaging.webpush;
