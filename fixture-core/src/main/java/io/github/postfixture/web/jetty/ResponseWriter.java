package io.github.postfixture.web.jetty;

import io.github.postfixture.concurrent.Workers;
import io.github.postfixture.web.engine.Pacing;
import io.github.postfixture.web.engine.PendingExchange;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.engine.ResponseBody;
import io.github.postfixture.web.engine.ResponseMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Writes the response to one request.
 *
 * @param isLast whether the connection cannot be used any more afterwards
 */
record ResponseWriter(
        RoutedEndPoint endPoint,
        InFlightMarker marker,
        Request request,
        RecordedResponse response,
        BooleanSupplier isLast,
        Callback callback) {

    private static final int ONE_PIECE = 64 << 10;

    void answer(PendingExchange exchange) {
        try {
            send(exchange.reply());
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void send(Reply reply) {
        if (reply instanceof Reply.Now now) {
            write(now);
        } else {
            send(reply, Pacing.PLAIN);
        }
    }

    private void send(Reply reply, Pacing pacing) {
        if (reply instanceof Reply.Now now) {
            ResponseMessage answer = now.answer();
            send(new Reply.Stream(answer.status(), answer.fields(), now.body()), pacing);
        } else if (reply instanceof Reply.Work work) {
            inBackground(() -> go(work.task().get(), pacing));
        } else if (reply instanceof Reply.Stream stream) {
            inBackground(() -> hintAndStream(stream, pacing));
        } else if (reply instanceof Reply.Paced paced) {
            send(paced.reply(), pacing.over(paced.pacing()));
        } else if (reply instanceof Reply.Delayed delayed) {
            marker.rest();
            request.getComponents()
                    .getScheduler()
                    .schedule(() -> go(delayed.then(), pacing), delayed.delay().toNanos(), TimeUnit.NANOSECONDS);
        } else if (reply instanceof Reply.Upgrade upgrade) {
            inBackground(() -> new WebSocketUpgrade(endPoint, request, response, callback).to(upgrade));
        } else if (reply instanceof Reply.Feed feed) {
            inBackground(() -> feed(feed, pacing));
        } else {
            marker.rest();
            new FaultWriter(endPoint, request, response, callback).show(reply);
        }
    }

    private void go(Reply reply, Pacing pacing) {
        marker.work();
        if (pacing.equals(Pacing.PLAIN)) {
            send(reply);
        } else {
            send(reply, pacing);
        }
    }

    private void inBackground(Runnable task) {
        Workers.shared().execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                fail(e);
            }
        });
    }

    private void write(Reply.Now now) {
        ResponseMessage answer = now.answer();
        head().fill(answer.status(), answer.fields(), answer.body().length(), false);
        if (hasNoContent(answer.status())) {
            response.writeNothing(callback);
        } else {
            response.comesFrom(now.body());
            response.write(true, ByteBuffer.wrap(answer.body().toByteArray()), callback);
        }
    }

    private ResponseHead head() {
        return new ResponseHead(request, response, endPoint.routing().isClosed() || isLast.getAsBoolean());
    }

    private void hintAndStream(Reply.Stream reply, Pacing pacing) {
        if (pacing.hints().isEmpty()) {
            stream(reply, pacing);
        } else {
            response.writeInterim(HttpStatus.EARLY_HINTS_103, ResponseHead.of(pacing.hints()))
                    .thenRun(() -> inBackground(() -> stream(reply, pacing)))
                    .exceptionally(failure -> {
                        callback.failed(failure);
                        return null;
                    });
        }
    }

    private void stream(Reply.Stream reply, Pacing pacing) {
        phrase(reply.status(), pacing);
        boolean inChunks = pacing.pace().pieces() > 0 || !pacing.trailers().isEmpty();
        head().fill(reply.status(), reply.fields(), reply.body().length(), inChunks);
        if (hasNoContent(reply.status())) {
            response.writeNothing(callback);
            return;
        }
        if (!pacing.trailers().isEmpty()) {
            new TrailerWriter(endPoint, request, response).announce(pacing.trailers());
        }
        response.comesFrom(reply.body());
        try {
            if (pacing.equals(Pacing.PLAIN) && isShort(reply.body())) {
                writeWhole(reply.body());
                return;
            }
            if (!pacing.pace().equals(Pacing.Pace.FULL)) {
                marker.rest();
            }
            new PacedWrite(request, response, callback, pacing, reply.body()).start();
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(Throwable failure) {
        response.fails(failure);
        callback.failed(failure);
    }

    private boolean hasNoContent(int status) {
        return HttpStatus.hasNoBody(status) || HttpMethod.HEAD.is(request.getMethod());
    }

    private static boolean isShort(ResponseBody body) {
        return body.length() >= 0 && body.length() <= ONE_PIECE;
    }

    /** Send all in one piece together with the head. */
    private void writeWhole(ResponseBody body) throws IOException {
        try (InputStream content = body.open()) {
            response.write(true, ByteBuffer.wrap(content.readAllBytes()), callback);
        }
    }

    private void phrase(int status, Pacing pacing) {
        pacing.reason().ifPresent(phrase -> Http1Generator.phrase(request, status, phrase));
    }

    private void feed(Reply.Feed reply, Pacing pacing) {
        phrase(reply.status(), pacing);
        head().fill(reply.status(), reply.fields(), -1, false);
        marker.rest();
        new StreamWriter(endPoint, request, response, callback, reply.source()).start();
    }
}
