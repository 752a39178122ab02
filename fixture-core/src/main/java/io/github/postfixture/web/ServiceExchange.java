package io.github.postfixture.web;

import io.github.postfixture.web.engine.IncomingContent;
import io.github.postfixture.web.engine.IncompleteContentException;
import io.github.postfixture.web.engine.PendingExchange;
import io.github.postfixture.web.engine.RecordedBody;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.engine.ResponseMessage;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.service.RequestBody;
import io.github.postfixture.web.service.Service;
import io.github.postfixture.web.service.ServiceResponse;
import java.util.Optional;

/** A request that a service is to answer. */
final class ServiceExchange implements PendingExchange {

    private static final AnsweredBy SERVICE = AnsweredBy.of(Exchange.Source.SERVICE);

    private final RecordedExchange exchange;
    private final Dispatcher dispatcher;
    private final Service service;
    private final IncomingContent content;
    private volatile ServiceResponse answered = ServiceResponse.of(Response.ok());

    ServiceExchange(RecordedExchange exchange, Dispatcher dispatcher, Service service, IncomingContent content) {
        this.exchange = exchange;
        this.dispatcher = dispatcher;
        this.service = service;
        this.content = content;
    }

    @Override
    public Reply reply() {
        return exchange.settle(dispatcher.unlessFaulty(exchange.request(), SERVICE, this::dispatch));
    }

    private Dispatched dispatch() {
        Request request = exchange.request();
        return new Dispatched.Answered(SERVICE, request, new Reply.Work(() -> serve(request)));
    }

    private Reply serve(Request request) {
        try {
            answered = service.answer(request, new RequestBody(content));
            return dispatcher.replies().own(request, answered.response());
        } catch (IncompleteContentException e) {
            return dispatcher.replies().incomplete(request, e);
        } catch (Throwable failure) {
            return dispatcher.replies().failed(request, failure, "The service " + service.name());
        }
    }

    @Override
    public void begin() {
        exchange.begin();
    }

    @Override
    public Runnable record(Optional<ResponseMessage> answer, RecordedBody body, long length) {
        exchange.hasRead(content.kept(), content.length());
        return exchange.record(answer, body, length);
    }

    @Override
    public void completed(Optional<Throwable> failure) {
        try {
            failure.ifPresentOrElse(answered::failed, answered::flushed);
        } catch (Throwable e) {
            exchange.failed(e);
        }
    }

    @Override
    public void failed(Throwable failure) {
        exchange.failed(failure);
    }
}
