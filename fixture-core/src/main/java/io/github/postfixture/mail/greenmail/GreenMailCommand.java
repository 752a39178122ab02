package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapRequestHandler;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionState;
import com.icegreen.greenmail.imap.ProtocolException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A command that GreenMail executes: it reads from memory and writes to memory. */
final class GreenMailCommand implements ImapCommand {

    private final ImapRequestHandler handler = new ImapRequestHandler();

    @Override
    public void execute(ImapDialogue dialogue, ImapRequest request) throws ProtocolException {
        byte[] response = dialogue.session().getState() == ImapSessionState.NON_AUTHENTICATED
                ? responseTo(request, dialogue.session())
                : responseAlone(dialogue, request);
        dialogue.turns().say(response);
        reportRefusal(dialogue.reporter(), request, new String(response, StandardCharsets.ISO_8859_1));
    }

    private byte[] responseAlone(ImapDialogue dialogue, ImapRequest request) throws ProtocolException {
        return dialogue.account().alone(() -> responseTo(request, dialogue.session()));
    }

    private byte[] responseTo(ImapRequest request, ImapSession session) throws ProtocolException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(request.forGreenMail()), response, session);
        } catch (ProtocolException e) {
            requireResponse(response, e);
        }
        return response.toByteArray();
    }

    /** Overlook that GreenMail, after a refusal, looks for the end of a line of which it has read everything. */
    private static void requireResponse(ByteArrayOutputStream response, ProtocolException failure)
            throws ProtocolException {
        if (response.size() == 0) {
            throw failure;
        }
    }

    private static void reportRefusal(Reporter reporter, ImapRequest request, String response) {
        String refusal = request.tag() + " BAD ";
        if (response.startsWith(refusal)) {
            reporter.report(request.name() + " refused: "
                    + response.substring(refusal.length()).strip());
        }
    }
}
