package io.github.postfixture.examples.dropwizard;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Where customers report their problems. */
@Path("/problems")
public final class ProblemResource {

    private final HelpDesk helpDesk;

    ProblemResource(HelpDesk helpDesk) {
        this.helpDesk = helpDesk;
    }

    @POST
    public void report(String problem) throws Exception {
        helpDesk.report(problem);
    }
}
