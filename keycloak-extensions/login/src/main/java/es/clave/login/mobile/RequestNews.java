package es.clave.login.mobile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import es.clave.challenge.AppRequest;
import es.clave.challenge.AppRequests;

/** What the page is told of its request, as JSON. */
final class RequestNews {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RequestNews() {}

    /** What makes the page another one when it changes. */
    static String key(AppRequest request) {
        return request.state().name() + (request.anotherScanned() ? "+" : "");
    }

    /** Where it stands. */
    static String of(AppRequest request) {
        return object(request).toString();
    }

    /** The same, with the QR of this moment. */
    static String withQr(AppRequest request, AppRequests requests, String appAddress) {
        QrCode qr = QrCode.of(scanLink(request, requests, appAddress));
        return object(request).put("qr", qr.path()).put("size", qr.size()).toString();
    }

    /** What the QR holds. */
    static String scanLink(AppRequest request, AppRequests requests, String appAddress) {
        return appAddress + "#scan=" + requests.qrToken(request);
    }

    static boolean hasQr(AppRequest request) {
        return request.kind() == AppRequest.Kind.QR && request.state() == AppRequest.State.WAITING;
    }

    private static ObjectNode object(AppRequest request) {
        return JSON.createObjectNode().put("key", key(request));
    }
}
