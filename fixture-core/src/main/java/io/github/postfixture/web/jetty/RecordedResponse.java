package io.github.postfixture.web.jetty;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.BodyRecorder;
import io.github.postfixture.web.engine.FieldText;
import io.github.postfixture.web.engine.PendingExchange;
import io.github.postfixture.web.engine.ResponseBody;
import io.github.postfixture.web.engine.ResponseMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Takes note of what is sent, and hands it to the visit before the last byte leaves. */
final class RecordedResponse extends Response.Wrapper {

    private static final String FAILED = "the answer could not be made; the failure is on the timeline";

    private static final Octets NOTHING = Octets.of(new byte[0]);

    private final PendingExchange exchange;
    private final boolean sendsBody;
    private BodyRecorder body = new BodyRecorder();
    private boolean isLengthOpen;
    private volatile @Nullable Throwable failed;
    private volatile @Nullable Runnable published;

    RecordedResponse(Request request, Response response, PendingExchange exchange) {
        super(request, response);
        this.exchange = exchange;
        sendsBody = !HttpMethod.HEAD.is(request.getMethod());
        Request.addCompletionListener(request, this::complete);
    }

    /** Say where the content comes from, before any of it is sent. */
    void comesFrom(ResponseBody source) {
        body.comesFrom(source);
    }

    /** Let the engine add no length of its own, as the test tells one that is not true. */
    void leaveLengthOpen() {
        isLengthOpen = true;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        if (!isCommitted()) {
            exchange.begin();
        }
        if (content != null && sendsBody) {
            body.add(content.slice());
        }
        if (last) {
            record();
        }
        if (last && isLengthOpen && !isCommitted()) {
            super.write(false, content, Callback.from(() -> writeEnd(callback), callback::failed));
        } else {
            super.write(last, content, callback);
        }
    }

    /** Send the head alone. */
    void writeNothing(Callback callback) {
        if (isLengthOpen) {
            write(true, Content.Chunk.EMPTY.getByteBuffer(), callback);
        } else {
            callback.succeeded();
        }
    }

    private void writeEnd(Callback callback) {
        super.write(true, Content.Chunk.EMPTY.getByteBuffer(), callback);
    }

    /** Take note that the answer cannot be made, or its content not be read; the callback is to fail with the same. */
    void fails(Throwable failure) {
        failed = failure;
        exchange.failed(failure);
    }

    /** Return a callback that makes sure that an answer without a last write is recorded too. */
    Callback recording(Callback callback) {
        return Callback.from(
                callback.getInvocationType(), () -> succeed(callback), failure -> conclude(failure, callback));
    }

    private void conclude(Throwable failure, Callback callback) {
        if (failure == failed && !isCommitted()) {
            reset();
            body = new BodyRecorder();
            PlainErrorHandler.answer(HttpStatus.INTERNAL_SERVER_ERROR_500, FAILED, getRequest(), this, callback);
        } else {
            if (failure instanceof HttpException) {
                exchange.failed(failure);
            }
            record();
            callback.failed(failure);
        }
    }

    void recordNothing() {
        published = exchange.record(Optional.empty(), body.kept(), 0);
    }

    private void succeed(Callback callback) {
        record();
        callback.succeeded();
    }

    private void complete(@Nullable Throwable failure) {
        exchange.completed(Optional.ofNullable(failure));
        publish();
    }

    private void record() {
        if (published == null) {
            int status = getStatus() == 0 ? HttpStatus.OK_200 : getStatus();
            ResponseMessage sent = new ResponseMessage(status, copy(getHeaders()), NOTHING);
            published = exchange.record(Optional.of(sent), body.kept(), body.length());
        }
    }

    void publish() {
        Runnable publication = published;
        if (publication != null) {
            publication.run();
        }
    }

    static List<Map.Entry<String, String>> copy(HttpFields fields) {
        List<Map.Entry<String, String>> copy = new ArrayList<>(fields.size());
        for (HttpField field : fields) {
            copy.add(Map.entry(field.getName(), field.getValue() == null ? "" : FieldText.of(field.getValue())));
        }
        return copy;
    }
}
