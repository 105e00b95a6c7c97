package es.clave.appapi.device;

import es.clave.appapi.Call;
import es.clave.messaging.Email;
import es.clave.messaging.Gsm7;
import es.clave.messaging.Outbox;
import es.clave.messaging.Sms;
import es.clave.platform.ThemeTexts;
import es.clave.registry.Citizen;
import es.clave.registry.Device;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells citizens what happened to their devices, by phone and by e-mail, so that who did not do it learns of it. */
public final class Notices {

    private static final Duration USEFUL = Duration.ofDays(3);

    /** A text message has room for no more of a name. */
    private static final int SHORT_NAME = 20;

    private final Call call;
    private final Outbox outbox;

    public Notices(Call call) {
        this.call = call;
        this.outbox = call.session().getProvider(Outbox.class);
    }

    public void activated(Citizen citizen, Device device) {
        tell(citizen, device, "appTellActivated");
    }

    public void removed(Citizen citizen, Device device) {
        tell(citizen, device, "appTellRemoved");
    }

    public void shutOut(Citizen citizen, Device device) {
        tell(citizen, device, "appTellShutOut");
    }

    private void tell(Citizen citizen, Device device, String what) {
        ThemeTexts texts = call.texts();
        MessageFormat format = new MessageFormat(texts.pattern(what, "Cl@ve"), call.locale());
        Instant until = call.clock().instant().plus(USEFUL);
        String name = device.name();
        String shortName = name.length() > SHORT_NAME ? name.substring(0, SHORT_NAME - 1) + "." : name;
        outbox.send(
                call.realm(),
                new Sms(citizen.mobile(), Gsm7.transliterate(format.format(new Object[] {shortName})), until));
        citizen.email()
                .ifPresent(address -> outbox.send(
                        call.realm(),
                        new Email(
                                address,
                                texts.pattern("emailAppSubject", "Cl@ve"),
                                format.format(new Object[] {name}),
                                List.of(),
                                until)));
    }
}
