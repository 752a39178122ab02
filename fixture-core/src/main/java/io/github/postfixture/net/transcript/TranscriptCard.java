package io.github.postfixture.net.transcript;

import io.github.postfixture.html.TabPanes.Pane;
import io.github.postfixture.timeline.CardContext;
import io.github.postfixture.timeline.CardFile;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.EventCard;
import java.util.List;
import java.util.OptionalInt;
import org.apiguardian.api.API;

/** What was said on a connection, as a report shows it; it may go on. */
@API(status = API.Status.INTERNAL)
public final class TranscriptCard implements EventCard {

    private static final CardSection CONNECTIONS = new CardSection("dialogues", "Other dialogues");

    private final CardSection section;
    private final OptionalInt number;
    private final String protocol;
    private final String title;
    private final Transcript transcript;

    private TranscriptCard(
            CardSection section, OptionalInt number, String protocol, String title, Transcript transcript) {
        this.section = section;
        this.number = number;
        this.protocol = protocol;
        this.title = title;
        this.transcript = transcript;
    }

    static EventCard ofConnection(String protocol, String title, Transcript transcript) {
        return new TranscriptCard(CONNECTIONS, OptionalInt.empty(), protocol, title, transcript);
    }

    /** Return the card of something that has a number in a section of its own. */
    public static EventCard of(CardSection section, int number, String protocol, String title, Transcript transcript) {
        return new TranscriptCard(section, OptionalInt.of(number), protocol, title, transcript);
    }

    @Override
    public CardSection section() {
        return section;
    }

    @Override
    public OptionalInt number() {
        return number;
    }

    @Override
    public String label() {
        return protocol;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Pane> panes(CardContext context) {
        return List.of(new Pane(
                "Dialogue", DialogueText.of(transcript, context, files().get(0).suffix())));
    }

    @Override
    public List<CardFile> files() {
        return List.of(CardFile.text("." + protocol + ".txt", () -> transcript + "\n"));
    }

    @Override
    public long version() {
        return 1L + transcript.size();
    }
}
