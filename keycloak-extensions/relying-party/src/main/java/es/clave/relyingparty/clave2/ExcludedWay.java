package es.clave.relyingparty.clave2;

import es.clave.identity.AuthenticationMethod;
import es.clave.relyingparty.clave2.request.RequestedAttribute;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The attributes by which a request says which ways in are not to be offered. */
enum ExcludedWay {
    AFIRMA("AFirmaIdP", "AFIRMA"),
    GISS("GISSIdP", "SEGSOC"),
    AEAT("AEATIdP", "PIN24H"),
    EIDAS("EIDASIdP", "EIDAS"),
    CLVMOVIL("CLVMOVILIdP", "CLVMOVIL");

    private final String samlName;
    private final String selectedIdP;

    ExcludedWay(String name, String selectedIdP) {
        this.samlName = Names.CLAVE + name;
        this.selectedIdP = selectedIdP;
    }

    /** Whether this attribute excludes a way in, be it one that we have or not. */
    static boolean isOne(RequestedAttribute attribute) {
        return Arrays.stream(values()).anyMatch(way -> way.samlName.equals(attribute.name()));
    }

    /** The ways in that a request excludes. */
    static List<AuthenticationMethod> in(List<RequestedAttribute> attributes) {
        Set<String> named = attributes.stream().map(RequestedAttribute::name).collect(Collectors.toSet());
        Set<String> excluded = Arrays.stream(values())
                .filter(way -> named.contains(way.samlName))
                .map(way -> way.selectedIdP)
                .collect(Collectors.toSet());
        return Arrays.stream(AuthenticationMethod.values())
                .filter(method -> excluded.contains(method.selectedIdP()))
                .toList();
    }
}
