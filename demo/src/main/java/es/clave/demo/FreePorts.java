package es.clave.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Finds out before anything starts whether the demo's ports are free. */
final class FreePorts {

    private static final int CONNECT_MILLIS = 300;

    private FreePorts() {}

    static void require(Ports ports) throws Trouble {
        List<String> taken = new ArrayList<>();
        ports.all().forEach((port, purpose) -> {
            if (isTaken(port)) {
                taken.add(port + " (" + purpose + ")");
            }
        });
        if (!taken.isEmpty()) {
            throw new Trouble((taken.size() == 1 ? "Port " : "Ports ") + String.join(", ", taken)
                    + (taken.size() == 1 ? " is" : " are")
                    + " in use by another program: stop it, or move the demo, for example with --port-offset "
                    + (ports.offset() + 100) + ".");
        }
    }

    private static boolean isTaken(int port) {
        // Binding alone does not see a program that listens on one address of the machine, or on all of them.
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyListens) {
            return !canBind(port);
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
