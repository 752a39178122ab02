package io.github.postfixture.examples.dropwizard;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import java.net.URI;

/** What {@code help-desk.yml} says. */
public final class HelpDeskConfiguration extends Configuration {

    @JsonProperty
    String smtpHost = "";

    @JsonProperty
    int smtpPort;

    @JsonProperty
    URI shifts = URI.create("");
}
