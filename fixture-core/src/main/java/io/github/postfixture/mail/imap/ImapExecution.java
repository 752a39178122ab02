package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.io.IOException;
import java.util.Optional;

/** Executes the commands of one session, or does what a script wants done instead. */
final class ImapExecution {

    private final ImapSession session;

    ImapExecution(ImapSession session) {
        this.session = session;
    }

    /** Execute a command, say everything about it but the last line, and return that line without its tag. */
    String answer(ImapRequest request) throws IOException {
        try {
            Optional<String> scripted = session.script().answer(request);
            return scripted.isPresent() ? scripted.get() : execute(request);
        } catch (BadSyntaxException e) {
            return refusal(request, "BAD", e);
        }
    }

    private String execute(ImapRequest request) throws IOException, BadSyntaxException {
        ImapVerb verb = ImapVerbs.find(request.name(), session.dialect());
        verb.requireState(session, request.name());
        String result = result(verb, request);
        session.sayNews(verb.mayRenumber());
        return result;
    }

    private String result(ImapVerb verb, ImapRequest request) throws IOException, BadSyntaxException {
        try {
            return "OK " + verb.command().execute(session, request);
        } catch (ImapRefusedException e) {
            return refusal(request, "NO", e);
        }
    }

    private String refusal(ImapRequest request, String status, Exception cause) {
        return refusal(request, status, String.valueOf(cause.getMessage()));
    }

    private String refusal(ImapRequest request, String status, String reason) {
        session.host().report(request.name() + " refused: " + reason);
        return status + " " + reason;
    }
}
