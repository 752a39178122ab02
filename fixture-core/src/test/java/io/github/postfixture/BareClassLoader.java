package io.github.postfixture;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** The class path without the optional libraries. */
public final class BareClassLoader extends ClassLoader {

    private static final Pattern OPTIONAL =
            Pattern.compile("org\\.apache\\.(pdfbox|james)\\..*|org\\.bouncycastle\\..*|com\\.aayushatharva\\..*");

    public BareClassLoader() {
        super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (OPTIONAL.matcher(name).matches()) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream whole = getClass().getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (whole == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = whole.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
