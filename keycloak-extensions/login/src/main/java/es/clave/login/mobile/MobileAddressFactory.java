package es.clave.login.mobile;

import es.clave.platform.ServerClock;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Makes {@link MobileAddress}, and has the node's waiting room. */
public final class MobileAddressFactory implements RealmResourceProviderFactory {

    private WaitingRoom waitingRoom;

    @Override
    public String getId() {
        return MobileAddress.PATH;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new MobileAddress(session, waitingRoom);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        waitingRoom = new WaitingRoom(new ServerClock());
    }

    @Override
    public void close() {
        if (waitingRoom != null) {
            waitingRoom.close();
        }
    }
}
