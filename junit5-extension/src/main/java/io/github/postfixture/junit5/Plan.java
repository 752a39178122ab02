package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.timeline.Timeline;
import java.util.Optional;

/** A server that can be started, as often as one is needed. */
interface Plan {

    /** Start a server that tells this timeline, at the reserved ports if there are some. */
    Fixture start(Timeline timeline, Optional<Reservation> place);
}
