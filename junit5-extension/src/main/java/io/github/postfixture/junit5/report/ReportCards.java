package io.github.postfixture.junit5.report;

import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The cards of a report, in the order of their events, each with a name that no other of its section has. */
final class ReportCards {

    private final Timeline clock;
    private final Map<Integer, ReportCard> cards = new LinkedHashMap<>();
    private final Map<CardSection, List<ReportCard>> sections = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    ReportCards(Timeline clock) {
        this.clock = clock;
    }

    /** Add the cards of events, and return them. */
    List<ReportCard> add(List<Event> events) {
        List<ReportCard> added = new ArrayList<>();
        events.forEach(event -> event.card().ifPresent(card -> added.add(add(event, card))));
        return added;
    }

    private ReportCard add(Event event, EventCard card) {
        List<ReportCard> section = sections.computeIfAbsent(card.section(), key -> new ArrayList<>());
        String name = Integer.toString(card.number().orElse(section.size() + 1));
        ReportCard named = new ReportCard(event, card, name, clock);
        if (!ids.add(named.id())) {
            named = new ReportCard(event, card, name + "-" + event.number(), clock);
        }
        section.add(named);
        cards.put(event.number(), named);
        return named;
    }

    /** Return the card of an event, if it has one. */
    Optional<ReportCard> of(Event event) {
        return Optional.ofNullable(cards.get(event.number()));
    }

    /** Return the cards of what a failure names. */
    Set<ReportCard> namedIn(String failure) {
        return cards.values().stream()
                .filter(card -> card.isNamedIn(failure))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Return the cards of each section, in the order in which the sections appeared. */
    Map<CardSection, List<ReportCard>> sections() {
        return sections;
    }

    /** Forget all of them. */
    void clear() {
        cards.clear();
        sections.clear();
        ids.clear();
    }
}
