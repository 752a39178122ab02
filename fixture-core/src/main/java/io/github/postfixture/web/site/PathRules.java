package io.github.postfixture.web.site;

import io.github.postfixture.web.site.SitePath.Misspelt;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server reads what is unusual in a path.
 *
 * @param decodesSlashes whether an encoded slash separates names; otherwise nothing has such a name
 * @param turnsBackslashes whether a backslash is as good as a slash; otherwise nothing has such a name
 * @param statusOfNul what it answers to an encoded NUL
 */
record PathRules(boolean decodesSlashes, boolean turnsBackslashes, int statusOfNul) {

    /** What might be a slash to somebody, is one. */
    static final PathRules ANY = new PathRules(true, true, 400);

    List<String> split(String raw) throws Misspelt {
        List<String> segments = new ArrayList<>();
        for (String part : raw.split("/", -1)) {
            segments.addAll(List.of(separate(SitePath.decode(part))));
        }
        return segments;
    }

    private String[] separate(String decoded) throws Misspelt {
        if (decoded.indexOf('\0') >= 0) {
            throw new Misspelt(statusOfNul);
        }
        String turned = turnsBackslashes ? decoded.replace('\\', '/') : decoded;
        boolean separable = decodesSlashes || turned.indexOf('/') < 0;
        if (!separable || turned.indexOf('\\') >= 0) {
            throw new Misspelt(404);
        }
        return turned.split("/", -1);
    }
}
