package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.Reply;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Writes a scripted fault in the place of a response. */
record FaultWriter(RoutedEndPoint endPoint, Request request, RecordedResponse response, Callback callback) {

    void show(Reply reply) {
        response.recordNothing();
        if (reply instanceof Reply.Stall) {
            response.publish();
        } else if (reply instanceof Reply.Reset) {
            endPoint.breakOff();
            giveUp();
        } else if (reply instanceof Reply.Garbage garbage) {
            babble(garbage);
        } else {
            endPoint.close();
            giveUp();
        }
    }

    private void babble(Reply.Garbage garbage) {
        EndPoint surface = request.getConnectionMetaData().getConnection().getEndPoint();
        surface.write(
                Callback.from(() -> hangUp(surface), failure -> hangUp(surface)),
                ByteBuffer.wrap(garbage.bytes().toByteArray()));
    }

    private void hangUp(EndPoint surface) {
        surface.close();
        giveUp();
    }

    private void giveUp() {
        callback.failed(new EofException("Left without an answer on purpose"));
    }
}
