/** People who do not exist: the civil register of the demo, its population, and as many more as a benchmark wants. */
package es.clave.registry.synthetic;
