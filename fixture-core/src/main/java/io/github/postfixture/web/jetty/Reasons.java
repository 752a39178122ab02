package io.github.postfixture.web.jetty;

import org.eclipse.jetty.http.HttpStatus;

/** The phrases that stand beside status codes. */
public final class Reasons {

    private Reasons() {}

    /** Return the phrase, such as {@code Not Found}. */
    public static String of(int status) {
        return HttpStatus.getMessage(status);
    }
}
