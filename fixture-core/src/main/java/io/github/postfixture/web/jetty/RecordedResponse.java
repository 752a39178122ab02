package io.github.postfixture.web.jetty;

import io.github.postfixture.net.Octets;
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

/** Keeps a copy of what is sent, and hands it to the visit before the last byte leaves. */
final class RecordedResponse extends Response.Wrapper {

    private static final String FAILED = "the answer could not be made; the failure is on the timeline";

    private final Visit visit;
    private final boolean sendsBody;
    private final Octets.Collector body = new Octets.Collector();
    private long length;
    private boolean isLengthOpen;
    private volatile @Nullable Throwable failed;
    private volatile @Nullable Runnable published;

    RecordedResponse(Request request, Response response, Visit visit) {
        super(request, response);
        this.visit = visit;
        sendsBody = !HttpMethod.HEAD.is(request.getMethod());
        Request.addCompletionListener(request, failure -> publish());
    }

    /** Let the engine add no length of its own, as the test tells one that is not true. */
    void leaveLengthOpen() {
        isLengthOpen = true;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        if (!isCommitted()) {
            visit.begin();
        }
        if (content != null && sendsBody) {
            keep(content.slice());
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
        visit.failed(failure);
    }

    /** Return a callback that makes sure that an answer without a last write is recorded too. */
    Callback recording(Callback callback) {
        return Callback.from(
                callback.getInvocationType(), () -> complete(callback), failure -> conclude(failure, callback));
    }

    private void conclude(Throwable failure, Callback callback) {
        if (failure == failed && !isCommitted()) {
            reset();
            PlainErrors.answer(HttpStatus.INTERNAL_SERVER_ERROR_500, FAILED, getRequest(), this, callback);
        } else {
            if (failure instanceof HttpException) {
                visit.failed(failure);
            }
            record();
            callback.failed(failure);
        }
    }

    void recordNothing() {
        published = visit.record(Optional.empty(), 0);
    }

    private void complete(Callback callback) {
        record();
        callback.succeeded();
    }

    private void keep(ByteBuffer content) {
        length += content.remaining();
        byte[] kept = new byte[(int) Math.min(content.remaining(), Math.max(0, Host.RECORDED_BODY - body.length()))];
        content.get(kept);
        body.add(kept, 0, kept.length);
    }

    private void record() {
        if (published == null) {
            Answer sent = new Answer(
                    getStatus() == 0 ? HttpStatus.OK_200 : getStatus(), copy(getHeaders()), body.collected());
            published = visit.record(Optional.of(sent), length);
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
