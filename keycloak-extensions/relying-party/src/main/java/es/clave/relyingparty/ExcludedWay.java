package es.clave.relyingparty;

import es.clave.identity.AuthenticationMethod;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The attributes by whose names a request in SAML says which ways in are not to be offered. */
public enum ExcludedWay {
    AFIRMA("AFirmaIdP", "AFIRMA"),
    GISS("GISSIdP", "SEGSOC"),
    AEAT("AEATIdP", "PIN24H"),
    EIDAS("EIDASIdP", "EIDAS"),
    CLVMOVIL("CLVMOVILIdP", "CLVMOVIL");

    private static final String CLAVE = "http://es.minhafp.clave/";

    private final String samlName;
    private final String selectedIdP;

    ExcludedWay(String name, String selectedIdP) {
        this.samlName = CLAVE + name;
        this.selectedIdP = selectedIdP;
    }

    /** Whether the attribute of that name excludes a way in, be it one that we have or not. */
    public static boolean isOne(String attribute) {
        return Arrays.stream(values()).anyMatch(way -> way.samlName.equals(attribute));
    }

    /** The ways in that a request with these attributes excludes. */
    public static List<AuthenticationMethod> in(Collection<String> attributes) {
        Set<String> excluded = Arrays.stream(values())
                .filter(way -> attributes.contains(way.samlName))
                .map(way -> way.selectedIdP)
                .collect(Collectors.toSet());
        return Arrays.stream(AuthenticationMethod.values())
                .filter(method -> excluded.contains(method.selectedIdP()))
                .toList();
    }
}
