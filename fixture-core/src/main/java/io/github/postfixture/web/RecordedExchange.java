package io.github.postfixture.web;

import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.PendingExchange;
import io.github.postfixture.web.engine.RecordedBody;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.engine.ResponseMessage;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import java.util.Optional;

/** Records one exchange from the arrival of its request on. */
final class RecordedExchange implements PendingExchange {

    /** How long a content may be, in bytes, to be looked through on the thread that also serves others. */
    private static final int SHORT = 16 << 10;

    private final Request arrived;
    private final Dispatcher dispatcher;
    private final ExchangeRecorder recorder;
    private final Timing timing;
    private volatile Request request;
    private volatile AnsweredBy answeredBy = AnsweredBy.UNKNOWN;

    RecordedExchange(Request arrived, Dispatcher dispatcher, ExchangeRecorder recorder) {
        this.arrived = arrived;
        this.dispatcher = dispatcher;
        this.recorder = recorder;
        timing = new Timing(recorder.clock().instant());
        request = arrived;
        recorder.begin(arrived);
    }

    @Override
    public Reply reply() {
        return arrived.length() > SHORT ? new Reply.Work(this::dispatch) : dispatch();
    }

    private Reply dispatch() {
        return settle(dispatcher.dispatch(arrived));
    }

    /** Reply as it was decided, and keep by whom. */
    Reply settle(Dispatched dispatched) {
        answeredBy = dispatched.by();
        if (dispatched instanceof Dispatched.Searching searching) {
            return searching
                    .fault()
                    .apply(new Reply.Work(() -> settle(searching.search().get())));
        }
        Dispatched.Answered answered = (Dispatched.Answered) dispatched;
        request = answered.request();
        return answered.reply();
    }

    @Override
    public Runnable record(Optional<ResponseMessage> answer, RecordedBody body, long length) {
        timing.ready();
        Optional<Response> response = answer.map(sent -> new Response(sent, body, length));
        recorder.exchanges().end(arrived);
        Runnable publication = recorder.exchanges().record(new Exchange(request, response, answeredBy, timing));
        return () -> {
            if (answer.isPresent()) {
                timing.end();
            }
            publication.run();
        };
    }

    Request request() {
        return request;
    }

    /** Take note of the content of the request, which was read while it was answered. */
    void hasRead(Octets kept, long length) {
        request = request.withContent(kept, length);
    }

    @Override
    public void begin() {
        timing.begin();
    }

    @Override
    public void failed(Throwable failure) {
        recorder.failed(request, failure);
    }
}
