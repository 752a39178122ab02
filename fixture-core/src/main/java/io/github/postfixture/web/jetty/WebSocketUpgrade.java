package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.ConnectionSettings;
import io.github.postfixture.web.engine.FieldText;
import io.github.postfixture.web.engine.Reply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.WebSocketConstants;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/** Changes from HTTP to WebSocket (RFC 6455, section 4.2); Jetty's part for it is loaded when the first client asks. */
record WebSocketUpgrade(RoutedEndPoint endPoint, Request request, RecordedResponse response, Callback callback) {

    void to(Reply.Upgrade reply) {
        try {
            if (!engine().upgrade(negotiator(reply), request, response, callback, this::configure)) {
                refuse();
            }
        } catch (HttpException.RuntimeException bad) {
            PlainErrorHandler.refuse(
                    bad.getCode(), BadRequestReason.reason(bad.getCode(), bad), request, response, callback);
        }
    }

    private WebSocketMappings engine() {
        return Engine.of(request.getConnectionMetaData().getConnector().getServer());
    }

    private WebSocketNegotiator negotiator(Reply.Upgrade reply) {
        return (asked, answer, failed) -> {
            endPoint.head().turnOff();
            reply.fields().forEach(field -> add(field.getKey(), field.getValue(), answer));
            return new WebSocketFrameHandler(endPoint, reply.webSocket());
        };
    }

    private static void add(String name, String value, ServerUpgradeResponse answer) {
        if (HttpHeader.SEC_WEBSOCKET_SUBPROTOCOL.is(name)) {
            answer.setAcceptedSubProtocol(value);
        } else {
            answer.getHeaders().add(name, FieldText.octets(value));
        }
    }

    private void configure(Configuration session) {
        ConnectionSettings settings = endPoint.routing().settings();
        session.setIdleTimeout(settings.idleTimeout());
        session.setMaxFrameSize(settings.keptBody());
    }

    /** Say that WebSocket is spoken here, and in which version (RFC 9110 section 15.5.22, RFC 6455 section 4.4). */
    private void refuse() {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.UPGRADE, "websocket");
        headers.put(HttpHeader.SEC_WEBSOCKET_VERSION, WebSocketConstants.SPEC_VERSION);
        PlainErrorHandler.answer(
                HttpStatus.UPGRADE_REQUIRED_426, "WebSocket is spoken here (RFC 6455)", request, response, callback);
    }

    private static final class Engine {

        private static final Map<Server, WebSocketMappings> STARTED = new ConcurrentHashMap<>();

        static WebSocketMappings of(Server server) {
            return STARTED.computeIfAbsent(
                    server, one -> new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(one)));
        }
    }
}
