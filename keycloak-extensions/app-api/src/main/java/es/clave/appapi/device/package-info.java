/** What a citizen does with devices: names, removal, keys, push messages. */
package es.clave.appapi.device;
