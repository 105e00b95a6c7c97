package es.clave.login.ways;

import es.clave.login.LoginWay;
import es.clave.login.certificate.CertificateWay;
import es.clave.login.mobile.MobileWay;
import es.clave.login.passkey.PasskeyWay;
import es.clave.login.permanent.PermanentWay;
import es.clave.login.pin.PinWay;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The ways to log in that Cl@ve has, the one that serves most people first. */
final class Ways {

    private final List<LoginWay> all;

    private Ways(List<LoginWay> all) {
        this.all = List.copyOf(all);
    }

    /** All of them. */
    static Ways with(Clock clock) {
        SecureRandom random = new SecureRandom();
        return new Ways(List.of(
                new PinWay(clock, random),
                new MobileWay(clock),
                new PermanentWay(clock, random),
                new PasskeyWay(clock, random),
                new CertificateWay(clock)));
    }

    List<LoginWay> all() {
        return all;
    }

    Optional<LoginWay> named(String id) {
        return all.stream().filter(way -> way.id().equals(id)).findFirst();
    }
}
