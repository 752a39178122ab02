package io.github.postfixture.examples.dropwizard;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Environment;

/** The help desk as a web service. */
public final class HelpDeskApplication extends Application<HelpDeskConfiguration> {

    @Override
    public void run(HelpDeskConfiguration configuration, Environment environment) {
        HelpDesk helpDesk = new HelpDesk(configuration.smtpHost, configuration.smtpPort, configuration.shifts);
        environment.jersey().register(new ProblemResource(helpDesk));
    }
}
