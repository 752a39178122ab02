package io.github.postfixture.mail.reader;

import org.apiguardian.api.API;

/**
 * What is told of one client that has logged in, before it has its answer. Safe for use by several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public interface ReaderLog {

    /** Takes no note of anything. */
    ReaderLog NONE = new ReaderLog() {
        @Override
        public void did(ClientAction deed) {}

        @Override
        public void idles(boolean idles) {}

        @Override
        public void left(boolean saidGoodbye) {}
    };

    /** Tell what the client did. */
    void did(ClientAction deed);

    /** Tell that the client waits for news, or does so no longer. */
    void idles(boolean idles);

    /** Tell that the client has left; only the first time counts. */
    void left(boolean saidGoodbye);
}
