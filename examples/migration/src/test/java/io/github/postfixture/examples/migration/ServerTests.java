package io.github.postfixture.examples.migration;

import io.github.postfixture.junit5.Server;
import io.github.postfixture.junit5.WithMailServer;
import io.github.postfixture.junit5.WithWebServer;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.web.WebServer;

/** What the tests of a suite have in common: servers of their own, new for each test. */
@WithMailServer
@WithWebServer
abstract class ServerTests {

    @Server
    protected MailServer mail;

    @Server
    protected WebServer web;
}
