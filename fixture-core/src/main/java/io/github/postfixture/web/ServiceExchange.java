package io.github.postfixture.web;

import io.github.postfixture.web.engine.Answer;
import io.github.postfixture.web.engine.IncomingContent;
import io.github.postfixture.web.engine.IncompleteContentException;
import io.github.postfixture.web.engine.PendingExchange;
import io.github.postfixture.web.engine.RecordedBody;
import io.github.postfixture.web.engine.Reply;
import java.util.Optional;

/** A request that a service is to answer. */
final class ServiceExchange implements PendingExchange {

    private final Visitor visitor;
    private final Service service;
    private final IncomingContent content;
    private volatile ServiceResponse answered = ServiceResponse.of(Response.ok());

    ServiceExchange(Visitor visitor, Service service, IncomingContent content) {
        this.visitor = visitor;
        this.service = service;
        this.content = content;
    }

    @Override
    public Reply reply() {
        return visitor.unlessFaulty(() -> new Reply.Work(this::serve));
    }

    private Reply serve() {
        try {
            answered = service.answer(visitor.request(), new RequestBody(content));
            return visitor.reply(answered.response());
        } catch (IncompleteContentException e) {
            return visitor.incomplete(e);
        } catch (Throwable failure) {
            return visitor.failed(failure, "The service " + service.name());
        }
    }

    @Override
    public void begin() {
        visitor.begin();
    }

    @Override
    public Runnable record(Optional<Answer> answer, RecordedBody body, long length) {
        visitor.hasRead(content.kept(), content.length());
        return visitor.record(answer, body, length);
    }

    @Override
    public void completed(Optional<Throwable> failure) {
        try {
            failure.ifPresentOrElse(answered::failed, answered::flushed);
        } catch (Throwable e) {
            visitor.failed(e);
        }
    }

    @Override
    public void failed(Throwable failure) {
        visitor.failed(failure);
    }
}
