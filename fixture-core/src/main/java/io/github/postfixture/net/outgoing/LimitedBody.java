package io.github.postfixture.net.outgoing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The body of an answer in memory, given up when it grows beyond 64 MB. */
public final class LimitedBody implements BodySubscriber<byte[]> {

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable Subscription subscription;

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (!body.isDone()) {
            buffers.forEach(this::append);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }

    private void append(ByteBuffer buffer) {
        byte[] chunk = new byte[buffer.remaining()];
        buffer.get(chunk);
        if (bytes.size() + chunk.length <= MOST_BYTES) {
            bytes.writeBytes(chunk);
        } else {
            giveUp();
        }
    }

    private void giveUp() {
        body.completeExceptionally(new IOException("the answer is longer than " + (MOST_BYTES >> 20) + " MB"));
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
