package io.github.postfixture.groupware.dav;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The methods by their names. */
final class DavMethods {

    private static final Map<String, DavMethod> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("OPTIONS", call -> DavService.options());
        BY_NAME.put("GET", new GetMethod());
        BY_NAME.put("HEAD", new GetMethod());
        BY_NAME.put("PUT", new PutMethod());
        BY_NAME.put("DELETE", new DeleteMethod());
        BY_NAME.put("PROPFIND", new PropfindMethod());
        BY_NAME.put("PROPPATCH", new ProppatchMethod());
        BY_NAME.put("MKCOL", new MkcolMethod());
        BY_NAME.put("MKCALENDAR", new MkcalendarMethod());
        BY_NAME.put("COPY", new CopyMethod());
        BY_NAME.put("MOVE", new MoveMethod());
        BY_NAME.put("LOCK", new LockMethod());
        BY_NAME.put("UNLOCK", new UnlockMethod());
        BY_NAME.put("REPORT", new ReportMethod());
    }

    private DavMethods() {}

    static Collection<String> names() {
        return BY_NAME.keySet();
    }

    static DavMethod of(String name) throws DavRefusal {
        DavMethod method = BY_NAME.get(name);
        if (method == null) {
            throw DavRefusal.of(405, "There is no method " + name + " here; there is " + String.join(", ", names()));
        }
        return method;
    }
}
