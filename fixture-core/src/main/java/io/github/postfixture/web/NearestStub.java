package io.github.postfixture.web;

import io.github.postfixture.explanation.EditDistance;
import java.util.List;
import java.util.Optional;

/**
 * The stub to which a request that none answers comes nearest.
 *
 * @param stub that stub
 * @param complaints what the request is or has instead
 * @param letters how many letters its path is away
 */
record NearestStub(Stub stub, List<String> complaints, int letters) {

    /** Return the stub that is nearest, unless its path has less than half in common with that of the request. */
    static Optional<NearestStub> of(Request request, Stubs stubs) {
        Optional<NearestStub> nearest = Optional.empty();
        int most = request.path().length() / 2;
        for (Stub stub : (Iterable<Stub>) stubs.all()::iterator) {
            int letters = EditDistance.between(stub.path().filledFrom(request.path()), request.path(), most);
            if (letters <= most) {
                NearestStub candidate = new NearestStub(stub, stub.complaints(request), letters);
                nearest =
                        nearest.filter(found -> !candidate.isNearerThan(found)).or(() -> Optional.of(candidate));
                most = nearest.orElse(candidate).letters;
            }
        }
        return nearest;
    }

    private boolean isNearerThan(NearestStub other) {
        int nearer = Integer.compare(letters, other.letters);
        if (nearer == 0) {
            nearer = Integer.compare(complaints.size(), other.complaints.size());
        }
        return nearer < 0 || (nearer == 0 && stub.toString().compareTo(other.stub.toString()) < 0);
    }

    /** Return what is near, and the first thing that is different. */
    String describe() {
        return "the nearest is " + stub + ", but the request " + complaints.get(0);
    }
}
