package es.clave.registration.office;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An outline of Spain, drawn for this page from {@code land.csv}: some 200 points of coasts and borders, good enough to
 * see which office is near. The Canary Islands stand in a box below, at the same scale.
 */
public final class MapOfSpain {

    /** The width of the drawing, in the units of its points. */
    public static final int WIDTH = 440;

    /** The height of the drawing. */
    public static final int HEIGHT = 424;

    private static final String FILE = "land.csv";
    private static final double CANARIES_SOUTH_OF = 30;

    private static final Projection MAINLAND = new Projection(new GeoPoint(44.0, -9.6), 30.6, 40, 0, 0);
    private static final Projection CANARIES = new Projection(new GeoPoint(29.4, -18.4), 35.3, 40, 6, 342);

    private final List<String> outlines;

    /** Where a point of the earth is on the drawing. */
    public record Spot(double x, double y) {}

    /** Degrees to units, from the north-west corner on: good enough for a country. */
    private record Projection(GeoPoint corner, double perLongitude, double perLatitude, double left, double top) {

        Spot spot(GeoPoint point) {
            return new Spot(
                    rounded(left + (point.longitude() - corner.longitude()) * perLongitude),
                    rounded(top + (corner.latitude() - point.latitude()) * perLatitude));
        }

        private static double rounded(double units) {
            return Math.round(units * 10) / 10.0;
        }
    }

    private MapOfSpain(List<String> outlines) {
        this.outlines = outlines;
    }

    static MapOfSpain load() {
        return new MapOfSpain(land().values().stream().map(MapOfSpain::outline).toList());
    }

    /** The outline of each part of the land, by its name. */
    static Map<String, List<GeoPoint>> land() {
        return DataFile.rows(FILE).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                row -> new GeoPoint(Double.parseDouble(row.get(2)), Double.parseDouble(row.get(1))),
                                Collectors.toList())));
    }

    private static String outline(List<GeoPoint> points) {
        return points.stream()
                .map(MapOfSpain::spot)
                .map(spot -> String.format(Locale.ROOT, "%.1f %.1f", spot.x(), spot.y()))
                .collect(Collectors.joining("L", "M", "Z"));
    }

    /** The paths of an SVG, one for each part of the land. */
    public List<String> outlines() {
        return outlines;
    }

    /** Where this point is on the drawing. */
    static Spot spot(GeoPoint point) {
        return (point.latitude() < CANARIES_SOUTH_OF ? CANARIES : MAINLAND).spot(point);
    }
}
