package io.github.postfixture.web;

import io.github.postfixture.fault.ConnectionEffects;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.HttpEffect.Alters;
import io.github.postfixture.web.HttpEffect.Precedes;
import io.github.postfixture.web.HttpEffect.Replaces;
import io.github.postfixture.web.engine.Pacing;
import io.github.postfixture.web.engine.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What the faults of a connection come to where requests are answered. No thread waits for any of them. */
final class HttpEffects implements ConnectionEffects<HttpEffect> {

    static final HttpEffects EFFECTS = new HttpEffects();

    private HttpEffects() {}

    @Override
    public HttpEffect delay(Duration duration) {
        return new Alters(ordinary -> new Reply.Delayed(duration, ordinary));
    }

    @Override
    public HttpEffect stall() {
        return new Replaces(new Reply.Stall());
    }

    @Override
    public HttpEffect throttle(int bytesPerSecond) {
        return paced(Pacing.PLAIN.withPace(Pacing.Pace.ofRate(bytesPerSecond)));
    }

    @Override
    public HttpEffect garbage(String text) {
        return new Replaces(new Reply.Garbage(Octets.of(text.getBytes(StandardCharsets.ISO_8859_1))));
    }

    @Override
    public HttpEffect disconnect() {
        return new Replaces(new Reply.Disconnect());
    }

    @Override
    public HttpEffect disconnectAfter(long bytes) {
        return paced(Pacing.PLAIN.withCut(bytes));
    }

    @Override
    public HttpEffect reset() {
        return new Replaces(new Reply.Reset());
    }

    @Override
    public HttpEffect run(Runnable action) {
        return new Precedes(action);
    }

    private static HttpEffect paced(Pacing pacing) {
        return new Alters(ordinary -> new Reply.Paced(ordinary, pacing));
    }
}
