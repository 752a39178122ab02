package io.github.postfixture.web.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A path with variables: {@code {id}} stands for a segment or a part of one, {@code {rest*}} for all that is left.
 * Immutable.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class PathTemplate {

    private final String text;
    private final List<PathSegment> segments;

    private PathTemplate(String text, List<PathSegment> segments) {
        this.text = text;
        this.segments = segments;
    }

    public static PathTemplate of(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path (" + path + ") must start with a slash");
        }
        if (path.indexOf('?') >= 0) {
            throw new IllegalArgumentException("path (" + path + ") must have no query;"
                    + " write on(method, path).withQuery(name, value).answer(..)");
        }
        return path.indexOf('{') < 0 && path.indexOf('}') < 0 ? new PathTemplate(path, List.of()) : parsed(path);
    }

    private static PathTemplate parsed(String path) {
        List<PathSegment> segments =
                Arrays.stream(split(path)).map(PathSegment::of).toList();
        if (segments.stream().limit(segments.size() - 1L).anyMatch(PathSegment::isRest)) {
            throw new IllegalArgumentException(
                    "path (" + path + ") must have a variable with an asterisk only at its end");
        }
        PathTemplate template = new PathTemplate(path, segments);
        template.checkNames();
        return template;
    }

    private void checkNames() {
        List<String> names = names();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("path (" + text + ") must have different names for its variables");
        }
    }

    /** Return the segments of a path that starts with a slash, of which the last may be empty. */
    public static String[] split(String path) {
        return path.substring(1).split("/", -1);
    }

    /** Return the segments, none if there are no variables. */
    public List<PathSegment> segments() {
        return segments;
    }

    public boolean isLiteral() {
        return segments.isEmpty();
    }

    private List<String> names() {
        return segments.stream()
                .filter(segment -> !segment.isLiteral())
                .map(PathSegment::name)
                .toList();
    }

    /** Return the variables of a path that this template matches, or nothing. */
    public Optional<Map<String, String>> match(Request request) {
        if (isLiteral()) {
            return text.equals(request.rawPath()) || text.equals(request.path())
                    ? Optional.of(Map.of())
                    : Optional.empty();
        }
        List<String> values = new ArrayList<>();
        return request.rawPath().startsWith("/") && collect(split(request.rawPath()), values)
                ? Optional.of(named(values))
                : Optional.empty();
    }

    private boolean collect(String[] path, List<String> values) {
        for (int i = 0; i < segments.size(); i++) {
            PathSegment segment = segments.get(i);
            if (i >= path.length) {
                return false;
            }
            if (segment.isRest()) {
                return values.add(rest(path, i));
            }
            Optional<String> value = segment.match(path[i]);
            if (value.isEmpty()) {
                return false;
            }
            if (!segment.isLiteral()) {
                values.add(value.get());
            }
        }
        return segments.size() == path.length;
    }

    /** Return what is left of a path from a segment on, decoded. */
    static String rest(String[] path, int from) {
        return HttpContent.decodePath(String.join("/", Arrays.asList(path).subList(from, path.length)));
    }

    private Map<String, String> named(List<String> values) {
        Map<String, String> variables = new LinkedHashMap<>();
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            variables.put(names.get(i), values.get(i));
        }
        return variables;
    }

    /** Return this path with its variables taken from another path, to see how alike the two are. */
    public String filledFrom(String path) {
        if (isLiteral()) {
            return text;
        }
        String[] given = path.startsWith("/") ? split(path) : new String[0];
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            PathSegment segment = segments.get(i);
            boolean taken = i < given.length && segment.match(given[i]).isPresent();
            filled.append('/').append(taken ? given[i] : segment.before() + segment.after());
        }
        return filled.toString();
    }

    /** Return the path as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
