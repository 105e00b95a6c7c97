package es.clave.demo.phone;

import java.nio.file.Path;

/**
 * A certificate that can be imported into a browser.
 *
 * @param name of the file, which says whose it is and of which kind
 * @param holder whose it is
 * @param what what it is good for in the demo
 */
public record CertificateFile(String name, String holder, String what, Path file) {}
