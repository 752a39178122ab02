package io.github.postfixture.web.service;

import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.sse.ServerEvent;
import io.github.postfixture.web.websocket.WebSocketHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A service as one of a mail provider might be: it takes mails and large files, and tells of them. */
final class Outbox implements Service {

    private static final long LARGEST = 50 << 20;

    final List<String> sent = new CopyOnWriteArrayList<>();
    final List<String> attempts = new CopyOnWriteArrayList<>();
    final AtomicLong read = new AtomicLong();
    final AtomicBoolean closed = new AtomicBoolean();
    final CountDownLatch settled = new CountDownLatch(1);
    final CountDownLatch mayAnswer = new CountDownLatch(1);
    final CountDownLatch hasRead = new CountDownLatch(1);

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public ServiceResponse answer(Request request, RequestBody body) throws Exception {
        String path = request.path().replaceFirst("^/outbox", "");
        return switch (path) {
            case "/files" -> ServiceResponse.of(store(body));
            case "/mails" -> mail(body, Response.status(202));
            case "/mails/large" -> mail(body, Response.bytes("text/plain", new byte[16 << 20]));
            case "/mails/slow" -> slowly(body);
            case "/calendar" -> ServiceResponse.of(report(request, body));
            case "/news" -> ServiceResponse.of(Response.eventStream(ServerEvent.of("It rains")));
            case "/chat" -> ServiceResponse.of(Response.webSocket(WebSocketHandler.echo()));
            case "/copy" -> ServiceResponse.of(Response.stream("text/plain", body::stream));
            case "/broken" -> throw new IllegalStateException("out of paper");
            case "/misread" -> ServiceResponse.of(Response.text(request.body()));
            case "/late" ->
                ServiceResponse.of(Response.ok()).afterFlush(() -> {
                    throw new IllegalStateException("too late");
                });
            default -> ServiceResponse.of(Response.notFound().withBody("no such thing"));
        };
    }

    private Response store(RequestBody body) throws IOException {
        if (body.declaredLength().orElse(0) > LARGEST) {
            return Response.status(413);
        }
        byte[] buffer = new byte[64 << 10];
        InputStream content = body.stream();
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            if (read.addAndGet(count) > LARGEST) {
                return Response.status(413);
            }
        }
        return Response.status(201);
    }

    private ServiceResponse mail(RequestBody body, Response response) throws IOException {
        Optional<byte[]> mail = body.read(100);
        if (mail.isEmpty()) {
            return ServiceResponse.of(Response.status(413).withBody("a mail has no more than 100 bytes"));
        }
        String text = new String(mail.get(), StandardCharsets.UTF_8);
        return ServiceResponse.of(response)
                .afterFlush(() -> {
                    sent.add(text);
                    settled.countDown();
                })
                .onFailure(failure -> {
                    attempts.add(text);
                    settled.countDown();
                });
    }

    private ServiceResponse slowly(RequestBody body) throws IOException, InterruptedException {
        ServiceResponse response = mail(body, Response.status(202));
        hasRead.countDown();
        mayAnswer.await();
        return response;
    }

    private static Response report(Request request, RequestBody body) throws IOException {
        if (request.header("Authorization").isEmpty()) {
            return Response.status(401).withHeader("WWW-Authenticate", "Basic realm=\"outbox\"");
        }
        String asked = new String(body.read(100).orElseThrow(), StandardCharsets.UTF_8);
        return Response.status(207).withBody(request.method() + " " + asked);
    }

    @Override
    public List<String> problems() {
        return List.of("a mail has no recipients");
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
