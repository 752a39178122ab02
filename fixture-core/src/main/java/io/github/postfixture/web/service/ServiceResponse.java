package io.github.postfixture.web.service;

import io.github.postfixture.web.response.Response;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * A response of a {@link Service}, and what is to happen once it has left, or could not. Immutable.
 *
 * <pre>{@code
 * return ServiceResponse.of(Response.status(202)).afterFlush(mail::publish).onFailure(lost -> attempt.record());
 * }</pre>
 */
public final class ServiceResponse {

    private final Response response;
    private final Runnable afterFlush;
    private final Consumer<? super Throwable> onFailure;

    private ServiceResponse(Response response, Runnable afterFlush, Consumer<? super Throwable> onFailure) {
        this.response = response;
        this.afterFlush = afterFlush;
        this.onFailure = onFailure;
    }

    /** Answer with a response: a whole one, one that is streamed, an event stream, or a WebSocket. */
    public static ServiceResponse of(Response response) {
        return new ServiceResponse(response, () -> {}, failure -> {});
    }

    /**
     * Return a copy with something to do once the last byte of the response has been handed to the network, and before the
     * exchange is published: no await sees what it publishes before the client can have its answer. It must not block.
     */
    public ServiceResponse afterFlush(Runnable action) {
        return new ServiceResponse(response, action, onFailure);
    }

    /**
     * Return a copy with something to do if the response did not leave as a whole, since the connection broke, or a fault
     * struck. It must not block.
     */
    public ServiceResponse onFailure(Consumer<? super Throwable> action) {
        return new ServiceResponse(response, afterFlush, action);
    }

    /** Return the response. */
    public Response response() {
        return response;
    }

    /**
     * Do what is to happen once the response has left.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public void flushed() {
        afterFlush.run();
    }

    /**
     * Do what is to happen if the response could not leave.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL)
    public void failed(Throwable failure) {
        onFailure.accept(failure);
    }
}
