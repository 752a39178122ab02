package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Workers;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Sends the reply to one request. */
record Answering(RouteEndPoint endPoint, Request request, RecordedResponse response, Callback callback) {

    void send(Reply reply) {
        if (reply instanceof Reply.Now now) {
            write(now.answer());
        } else if (reply instanceof Reply.Work work) {
            inBackground(() -> send(work.task().get()));
        } else if (reply instanceof Reply.Files files) {
            inBackground(() -> sendFile(files));
        } else if (reply instanceof Reply.Delayed delayed) {
            request.getComponents()
                    .getScheduler()
                    .schedule(() -> send(delayed.then()), delayed.delay().toNanos(), TimeUnit.NANOSECONDS);
        } else {
            disconnect();
        }
    }

    private void inBackground(Runnable task) {
        Workers.shared().execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                callback.failed(e);
            }
        });
    }

    private void write(Answer answer) {
        response.setStatus(answer.status());
        HttpFields.Mutable fields = response.getHeaders();
        for (Map.Entry<String, String> field : answer.fields()) {
            fields.add(field.getKey(), field.getValue());
        }
        if (HttpStatus.hasNoBody(answer.status())) {
            callback.succeeded();
            return;
        }
        if (!fields.contains(HttpHeader.CONTENT_LENGTH)) {
            fields.put(HttpHeader.CONTENT_LENGTH, answer.body().length());
        }
        response.write(true, ByteBuffer.wrap(answer.body().toByteArray()), callback);
    }

    private void sendFile(Reply.Files files) {
        for (StaticSite site : files.sites()) {
            if (site.serve(request, response, callback)) {
                return;
            }
        }
        send(files.otherwise().get());
    }

    private void disconnect() {
        response.recordNothing();
        endPoint.close();
        callback.failed(new EofException("Disconnected on purpose"));
    }
}
