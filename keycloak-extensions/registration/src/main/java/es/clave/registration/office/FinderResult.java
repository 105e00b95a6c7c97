package es.clave.registration.office;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * The offices near a place.
 *
 * @param nearest the nearest first; empty where nothing was looked for
 * @param all for the map
 */
record FinderResult(String where, Optional<Place> place, List<Found> nearest, List<RegistrationOffice> all) {

    private static final int MOST = 6;

    /** One of them, how far it is and when it has time first. */
    record Found(RegistrationOffice office, double distanceKm, Optional<Slot> next) {}

    static FinderResult nothing(String where, List<RegistrationOffice> all) {
        return new FinderResult(where, Optional.empty(), List.of(), all);
    }

    static FinderResult of(String where, Optional<Place> place, Offices offices, RealmModel realm) {
        List<RegistrationOffice> all = offices.all(realm);
        if (place.isEmpty()) {
            return nothing(where, all);
        }
        GeoPoint here = place.get().position();
        List<RegistrationOffice> near = all.stream()
                .sorted(Comparator.comparingDouble(office -> office.position().distanceKmTo(here)))
                .limit(MOST)
                .toList();
        Map<String, Slot> next = offices.nextFree(realm, near);
        return new FinderResult(
                where,
                place,
                near.stream()
                        .map(office -> new Found(
                                office,
                                office.position().distanceKmTo(here),
                                Optional.ofNullable(next.get(office.id()))))
                        .toList(),
                all);
    }
}
