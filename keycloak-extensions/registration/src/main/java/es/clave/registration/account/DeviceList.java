package es.clave.registration.account;

import es.clave.platform.FormFields;
import es.clave.registry.Devices;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The phones with the app, and taking one away. */
final class DeviceList {

    private static final String PAGE = "clave-account-devices.ftl";
    private static final String REMOVE = "remove";
    private static final String DEVICE = "device";

    private final Account account;
    private final Devices devices;

    DeviceList(Account account) {
        this.account = account;
        this.devices = account.session().getProvider(Devices.class);
    }

    Response show() {
        List<Map<String, String>> active = devices
                .active(account.realm(), account.citizen().userId())
                .stream()
                .map(device -> Map.of(
                        "id", device.id(),
                        "name", device.name(),
                        "activated", account.day(device.activatedAt()),
                        "used", account.day(device.lastUsedAt())))
                .toList();
        return account.page().setAttribute("devices", active).createForm(PAGE);
    }

    /** Taking away what is gone already is no mistake: the page was open twice. Nobody tells. */
    Response act(FormFields fields) {
        if (!fields.text(Account.STEP).equals(REMOVE)) {
            return account.pages().badRequest();
        }
        devices.remove(
                        account.realm(),
                        account.citizen(),
                        fields.text(DEVICE),
                        account.citizen().id())
                .ifPresent(removed -> {
                    new Announcements(account).deviceRemoved(account.citizen());
                    account.journal().done(AccountOutcome.DEVICE_REMOVED);
                });
        return account.done(Overview.DEVICE_REMOVED);
    }
}
