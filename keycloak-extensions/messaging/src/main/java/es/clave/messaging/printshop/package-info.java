/**
 * Letters for a print shop: print-ready batches with a manifest in a folder, picked up and acknowledged by file. What the
 * folder holds and who may write where is told in the module's README.
 */
package es.clave.messaging.printshop;
