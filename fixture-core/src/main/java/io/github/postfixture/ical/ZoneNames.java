package io.github.postfixture.ical;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Finds the time zone that a calendar names and does not define.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class ZoneNames {

    private ZoneNames() {}

    /** Return the zone of IANA or Windows by its name, with a registry in front of it or not (RFC 5545 section 3.2.19). */
    public static Optional<ZoneId> zone(String name) {
        return Stream.of(Optional.of(name), WindowsZones.named(name), afterRegistry(name))
                .flatMap(Optional::stream)
                .flatMap(id -> region(id).stream())
                .findFirst();
    }

    private static Optional<String> afterRegistry(String name) {
        return IntStream.range(1, name.length())
                .filter(i -> name.charAt(i - 1) == '/' && name.startsWith("/"))
                .limit(10)
                .mapToObj(name::substring)
                .filter(rest -> ZoneId.getAvailableZoneIds().contains(rest))
                .findFirst();
    }

    /** Return the zone of that very name. */
    static Optional<ZoneId> region(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
