package io.github.postfixture.web.response;

import io.github.postfixture.web.engine.ResponseBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Content from a file, as it is when it is sent. */
record FileBody(Path file) implements ResponseBody {

    @Override
    public long length() {
        return file.toFile().length();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
