package es.clave.registration.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private static final double NEAR_KM = 12;

    private final Places places = Places.load();

    @ParameterizedTest
    @CsvSource({
        "28013, Madrid",
        "36201, Vigo",
        "36001, Pontevedra",
        "28 931, Móstoles",
        "52001, Melilla",
        "38700, Santa Cruz de La Palma",
        "vigo, Vigo",
        "MERIDA, Mérida",
        "donostia, Donostia/San Sebastián",
        "San Sebastián, Donostia/San Sebastián",
        "la coruña, A Coruña",
        "Castellon, Castelló de la Plana",
        "l'hospitalet, L’Hospitalet de Llobregat",
        "alcala de h, Alcalá de Henares",
        "Asturias, Oviedo",
        "cordoba, Córdoba"
    })
    void aPostcodeOrTownIsFoundAsItIsTyped(String typed, String town) {
        assertThat(places.find(typed)).map(Place::name).contains(town);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "53001", "00100", "2801", "280133", "Atlantis", "<script>", "%"})
    void whatIsNoPlaceIsNotFound(String typed) {
        assertThat(places.find(typed)).isEmpty();
    }

    @Test
    void everyProvinceOfPostcodesIsSomewhere() {
        for (int province = 1; province <= 52; province++) {
            assertThat(places.find(String.format(java.util.Locale.ROOT, "%02d999", province)))
                    .as("%d", province)
                    .isPresent();
        }
    }

    @Test
    void everyOfficeOfTheDemoStandsInItsTownAndOnLand() {
        Map<String, List<GeoPoint>> land = MapOfSpain.land();
        List<RegistrationOffice> offices = DemoOffices.all();

        assertThat(offices)
                .hasSizeGreaterThan(50)
                .extracting(RegistrationOffice::id)
                .doesNotHaveDuplicates();
        for (RegistrationOffice office : offices) {
            GeoPoint town = places.find(office.address().town()).orElseThrow().position();
            assertThat(office.position().distanceKmTo(town)).as(office.id()).isLessThan(NEAR_KM);
            assertThat(land.values())
                    .as("the outline around " + office.id())
                    .anyMatch(outline -> within(outline, office.position()) || near(outline, office.position()));
        }
    }

    private static boolean near(List<GeoPoint> outline, GeoPoint point) {
        return outline.stream().anyMatch(corner -> corner.distanceKmTo(point) < NEAR_KM);
    }

    private static boolean within(List<GeoPoint> outline, GeoPoint point) {
        boolean inside = false;
        for (int i = 0; i < outline.size(); i++) {
            GeoPoint a = outline.get(i);
            GeoPoint b = outline.get((i + 1) % outline.size());
            if (a.latitude() > point.latitude() != b.latitude() > point.latitude()
                    && point.longitude()
                            < (b.longitude() - a.longitude())
                                            * (point.latitude() - a.latitude())
                                            / (b.latitude() - a.latitude())
                                    + a.longitude()) {
                inside = !inside;
            }
        }
        return inside;
    }

    @Test
    void everyOfficeIsOnTheDrawing() {
        for (RegistrationOffice office : DemoOffices.all()) {
            MapOfSpain.Spot spot = MapOfSpain.spot(office.position());
            assertThat(spot.x()).as(office.id()).isBetween(5.0, MapOfSpain.WIDTH - 5.0);
            assertThat(spot.y()).as(office.id()).isBetween(5.0, MapOfSpain.HEIGHT - 5.0);
        }
    }

    @Test
    void distancesAreThoseOnTheEarth() {
        GeoPoint madrid = places.find("Madrid").orElseThrow().position();
        GeoPoint barcelona = places.find("Barcelona").orElseThrow().position();

        assertThat(madrid.distanceKmTo(barcelona)).isBetween(495.0, 515.0);
        assertThat(madrid.distanceKmTo(madrid)).isZero();
    }
}
