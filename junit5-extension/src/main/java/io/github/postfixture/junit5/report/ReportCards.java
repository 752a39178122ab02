package io.github.postfixture.junit5.report;

import io.github.postfixture.junit5.report.HtmlPictures.Picture;
import io.github.postfixture.timeline.CardSection;
import io.github.postfixture.timeline.Event;
import io.github.postfixture.timeline.EventCard;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The cards of a report, in the order of their events, each with a name that no other of its section has. */
final class ReportCards {

    private final Timeline clock;
    private final IdentityHashMap<Event, ReportCard> cards = new IdentityHashMap<>();
    private final List<ReportCard> inOrder = new ArrayList<>();
    private final Map<CardSection, List<ReportCard>> sections = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private Set<ReportCard> shown = Set.of();
    private Optional<HtmlPictures> pictures = Optional.empty();

    ReportCards(Timeline clock) {
        this.clock = clock;
    }

    /** Add the cards of events that are new, and return them. */
    List<ReportCard> add(List<Event> events) {
        List<ReportCard> added = new ArrayList<>();
        events.stream()
                .filter(event -> !cards.containsKey(event))
                .forEach(event -> event.card().ifPresent(card -> added.add(add(event, card))));
        return added;
    }

    private ReportCard add(Event event, EventCard card) {
        List<ReportCard> section = sections.computeIfAbsent(card.section(), key -> new ArrayList<>());
        String name = Integer.toString(card.number().orElse(section.size() + 1));
        ReportCard named = new ReportCard(event, card, name, this);
        if (!ids.add(named.id())) {
            named = new ReportCard(event, card, name + "-" + (inOrder.size() + 1), this);
        }
        section.add(named);
        cards.put(event, named);
        inOrder.add(named);
        return named;
    }

    /** Return the card of an event, if it has one. */
    Optional<ReportCard> of(Event event) {
        return Optional.ofNullable(cards.get(event));
    }

    /**
     * Return the cards of what a failure is about: what it shows, or else what it names by an address, or else the only
     * thing that there was.
     */
    Set<ReportCard> namedIn(String failure) {
        return Stream.<Supplier<List<ReportCard>>>of(() -> shownIn(failure), () -> locatedIn(failure), this::onlyOne)
                .map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .<Set<ReportCard>>map(LinkedHashSet::new)
                .orElse(Set.of());
    }

    private List<ReportCard> shownIn(String failure) {
        return inOrder.stream().filter(card -> card.isShownIn(failure)).toList();
    }

    private List<ReportCard> locatedIn(String failure) {
        return inOrder.stream()
                .flatMap(card -> card.card().location().stream())
                .distinct()
                .filter(location -> isNamed(location, failure))
                .flatMap(location -> at(location).stream())
                .toList();
    }

    /** Return whether a text has an address, and not only one that begins with it. */
    private static boolean isNamed(String location, String text) {
        for (int at = text.indexOf(location); at >= 0; at = text.indexOf(location, at + 1)) {
            int end = at + location.length();
            if (end == text.length() || !isOfAddress(text.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfAddress(char c) {
        return Character.isLetterOrDigit(c) || "/?&=%#-_~+".indexOf(c) >= 0;
    }

    private List<ReportCard> onlyOne() {
        List<ReportCard> happenings =
                inOrder.stream().filter(ReportCard::isHappening).limit(2).toList();
        return happenings.size() == 1 ? happenings : List.of();
    }

    /** Return the cards of each section, in the order in which the sections appeared. */
    Map<CardSection, List<ReportCard>> sections() {
        return sections;
    }

    Duration timeOf(long nanoTime) {
        return clock.timeOf(nanoTime);
    }

    /** Return the last card that is about an address. */
    Optional<ReportCard> at(String location) {
        return inOrder.stream()
                .filter(card -> card.card().location().filter(location::equals).isPresent())
                .reduce((first, second) -> second);
    }

    /** Let the HTML of cards be shown as pictures too. */
    void takePictures(HtmlPictures camera) {
        pictures = Optional.of(camera);
    }

    List<Picture> picturesOf(EventCard card) {
        return pictures.flatMap(camera -> card.document().map(camera::of)).orElse(List.of());
    }

    /** Take note which cards are on the page. */
    void show(Collection<ReportCard> these) {
        shown = Set.copyOf(these);
    }

    /** Return where a card is, seen from the page: on it, or in the folder of its section. */
    String address(ReportCard card) {
        return shown.contains(card) ? "#" + card.id() : card.address();
    }

    /** Forget all of them. */
    void clear() {
        cards.clear();
        inOrder.clear();
        sections.clear();
        ids.clear();
    }
}
