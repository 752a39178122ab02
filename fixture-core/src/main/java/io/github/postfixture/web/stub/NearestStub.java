package io.github.postfixture.web.stub;

import io.github.postfixture.explanation.EditDistance;
import io.github.postfixture.web.request.Request;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The stub to which a request that none answers comes nearest, by its path, its method and all else that is asked for.
 *
 * @param stub that stub
 * @param complaints what the request is or has instead
 * @param distance how far away it is, in letters of the path
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record NearestStub(Stub stub, List<String> complaints, double distance) {

    /** Return the stub that is nearest, unless its path has less than half in common with that of the request. */
    public static Optional<NearestStub> of(Request request, Stubs stubs) {
        Optional<NearestStub> nearest = Optional.empty();
        int most = request.path().length() / 2;
        for (Stub stub : (Iterable<Stub>) stubs.all()::iterator) {
            int letters = EditDistance.between(stub.path().filledFrom(request.path()), request.path(), most);
            if (letters <= most) {
                NearestStub candidate = of(request, stub, letters);
                nearest =
                        nearest.filter(found -> !candidate.isNearerThan(found)).or(() -> Optional.of(candidate));
                most = (int) Math.min(most, nearest.orElse(candidate).distance);
            }
        }
        return nearest;
    }

    private static NearestStub of(Request request, Stub stub, int letters) {
        return new NearestStub(stub, stub.complaints(request), letters + stub.distance(request));
    }

    private boolean isNearerThan(NearestStub other) {
        return distance < other.distance
                || (distance == other.distance && stub.toString().compareTo(other.stub.toString()) < 0);
    }

    /** Return what is near, and the first thing that is different. */
    public String describe() {
        return "the nearest is " + stub + ", but the request " + complaints.get(0);
    }
}
