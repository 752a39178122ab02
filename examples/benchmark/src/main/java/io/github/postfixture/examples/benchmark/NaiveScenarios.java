package io.github.postfixture.examples.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The scenarios on the naive responder. */
final class NaiveScenarios {

    private static final int ENDPOINTS = 6;

    private NaiveScenarios() {}

    static void smtp() throws IOException {
        try (NaiveServer server = NaiveServer.smtp()) {
            Client.sendMail(server.port());
        }
    }

    static void sixEndpoints() throws IOException {
        List<NaiveServer> servers = startSix();
        Client.sendMail(servers.get(0).port());
        closeAll(servers);
    }

    static void http() throws IOException {
        try (NaiveServer server = NaiveServer.http()) {
            Client.getPage(server.port());
        }
    }

    static void both() throws IOException {
        List<NaiveServer> servers = startSix();
        try (NaiveServer web = NaiveServer.http()) {
            Client.sendMail(servers.get(0).port());
            Client.getPage(web.port());
        }
        closeAll(servers);
    }

    private static List<NaiveServer> startSix() throws IOException {
        List<NaiveServer> servers = new ArrayList<>();
        for (int i = 0; i < ENDPOINTS; i++) {
            servers.add(NaiveServer.smtp());
        }
        return servers;
    }

    private static void closeAll(List<NaiveServer> servers) throws IOException {
        for (NaiveServer server : servers) {
            server.close();
        }
    }
}
