package io.github.postfixture.web.response;

import io.github.postfixture.web.engine.ResponseBody;
import java.io.InputStream;
import java.util.function.Supplier;

/** Content from a stream, whose length only its end will show. */
record StreamBody(Supplier<InputStream> content) implements ResponseBody {

    @Override
    public long length() {
        return -1;
    }

    @Override
    public InputStream open() {
        return content.get();
    }
}
