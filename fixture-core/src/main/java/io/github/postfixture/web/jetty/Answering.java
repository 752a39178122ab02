package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Sends the reply to one request. */
record Answering(
        RouteEndPoint endPoint, Engagement engagement, Request request, RecordedResponse response, Callback callback) {

    private static final int ONE_PIECE = 64 << 10;

    void answer(Visit visit) {
        try {
            send(visit.reply());
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void send(Reply reply) {
        if (reply instanceof Reply.Now now) {
            write(now);
        } else {
            send(reply, Manner.PLAIN);
        }
    }

    private void send(Reply reply, Manner manner) {
        if (reply instanceof Reply.Now now) {
            Answer answer = now.answer();
            send(new Reply.Stream(answer.status(), answer.fields(), now.body()), manner);
        } else if (reply instanceof Reply.Work work) {
            inBackground(() -> go(work.task().get(), manner));
        } else if (reply instanceof Reply.Stream stream) {
            inBackground(() -> hintAndStream(stream, manner));
        } else if (reply instanceof Reply.Mannered mannered) {
            send(mannered.reply(), manner.over(mannered.manner()));
        } else if (reply instanceof Reply.Delayed delayed) {
            engagement.rest();
            request.getComponents()
                    .getScheduler()
                    .schedule(() -> go(delayed.then(), manner), delayed.delay().toNanos(), TimeUnit.NANOSECONDS);
        } else if (reply instanceof Reply.Upgrade upgrade) {
            inBackground(() -> new Upgrading(endPoint, request, response, callback).to(upgrade));
        } else if (reply instanceof Reply.Feed feed) {
            inBackground(() -> feed(feed));
        } else {
            engagement.rest();
            new Misbehaviour(endPoint, request, response, callback).show(reply);
        }
    }

    private void go(Reply reply, Manner manner) {
        engagement.work();
        if (manner.equals(Manner.PLAIN)) {
            send(reply);
        } else {
            send(reply, manner);
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
        Answer answer = now.answer();
        head().fill(answer.status(), answer.fields(), answer.body().length(), false);
        if (hasNoContent(answer.status())) {
            response.writeNothing(callback);
        } else {
            response.comesFrom(now.body());
            response.write(true, ByteBuffer.wrap(answer.body().toByteArray()), callback);
        }
    }

    private ResponseHead head() {
        return new ResponseHead(request, response, endPoint.route().isClosed());
    }

    private void hintAndStream(Reply.Stream reply, Manner manner) {
        if (manner.hints().isEmpty()) {
            stream(reply, manner);
        } else {
            response.writeInterim(HttpStatus.EARLY_HINTS_103, ResponseHead.of(manner.hints()))
                    .thenRun(() -> inBackground(() -> stream(reply, manner)))
                    .exceptionally(failure -> {
                        callback.failed(failure);
                        return null;
                    });
        }
    }

    private void stream(Reply.Stream reply, Manner manner) {
        boolean inChunks = manner.pace().pieces() > 0 || !manner.trailers().isEmpty();
        head().fill(reply.status(), reply.fields(), reply.body().length(), inChunks);
        if (hasNoContent(reply.status())) {
            response.writeNothing(callback);
            return;
        }
        if (!manner.trailers().isEmpty()) {
            new Trailing(endPoint, request, response).announce(manner.trailers());
        }
        response.comesFrom(reply.body());
        try {
            if (manner.equals(Manner.PLAIN) && isShort(reply.body())) {
                writeWhole(reply.body());
                return;
            }
            if (!manner.pace().equals(Manner.Pace.FULL)) {
                engagement.rest();
            }
            new PiecewiseWrite(request, response, callback, manner, reply.body()).start();
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

    private static boolean isShort(Body body) {
        return body.length() >= 0 && body.length() <= ONE_PIECE;
    }

    /** Send all in one piece together with the head. */
    private void writeWhole(Body body) throws IOException {
        try (InputStream content = body.open()) {
            response.write(true, ByteBuffer.wrap(content.readAllBytes()), callback);
        }
    }

    private void feed(Reply.Feed reply) {
        head().fill(reply.status(), reply.fields(), -1, false);
        engagement.rest();
        new Feeding(endPoint, request, response, callback, reply.feeder()).start();
    }
}
