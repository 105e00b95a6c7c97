package es.clave.testclock;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.common.util.Time;
import org.keycloak.services.resource.RealmResourceProvider;

/** {@code /realms/{realm}/test-clock/offset}: by how many seconds this node's clock is ahead of the machine's. */
public final class TestClock implements RealmResourceProvider {

    @Override
    public Object getResource() {
        return this;
    }

    @GET
    @Path("offset")
    @Produces(MediaType.TEXT_PLAIN)
    public String offset() {
        return String.valueOf(Time.getOffset());
    }

    @PUT
    @Path("offset")
    @Consumes(MediaType.TEXT_PLAIN)
    public void offset(String seconds) {
        Time.setOffset(Integer.parseInt(seconds));
    }

    @Override
    public void close() {}
}
