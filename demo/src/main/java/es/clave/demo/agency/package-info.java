/** What any agency knows of Cl@ve, whichever protocol it speaks. Written as an agency would: it uses no type of Cl@ve's. */
package es.clave.demo.agency;
