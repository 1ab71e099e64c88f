package io.netraven.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Lines over a logarithmic horizontal axis.
 *
 * @author NetRaven maintainers
 */
final class LineChart {

	private static final int TOP = 72;

	private static final int BOTTOM = 380;

	private static final int LEFT = 80;

	private static final int RIGHT = Svg.WIDTH - 80;

	private final String title;

	private final String horizontalTitle;

	private final Map<String, NavigableMap<Double, Double>> lines = new LinkedHashMap<>();

	LineChart(String title, String horizontalTitle) {
		this.title = title;
		this.horizontalTitle = horizontalTitle;
	}

	void line(String name, NavigableMap<Double, Double> points) {
		this.lines.put(name, points);
	}

	Svg draw() {
		SortedSet<Double> places = this.lines.values()
			.stream()
			.flatMap((points) -> points.keySet().stream())
			.collect(Collectors.toCollection(TreeSet::new));
		double most = this.lines.values()
			.stream()
			.map(Map::values)
			.flatMap(Collection::stream)
			.mapToDouble(Double::doubleValue)
			.max()
			.orElse(1);
		Scale horizontal = Scale.logarithmic(places.first(), places.last(), LEFT, RIGHT);
		Scale vertical = Scale.linear(most * 1.05, BOTTOM, TOP);
		Svg svg = new Svg(BOTTOM + 50, this.title);
		svg.legend(List.copyOf(this.lines.keySet()));
		drawAxes(svg, places, horizontal, vertical);
		int series = 0;
		for (NavigableMap<Double, Double> points : this.lines.values()) {
			drawLine(svg, points, horizontal, vertical, Svg.colour(series++));
		}
		return svg;
	}

	private void drawAxes(Svg svg, SortedSet<Double> places, Scale horizontal, Scale vertical) {
		for (double tick : vertical.ticks()) {
			svg.line(LEFT, vertical.at(tick), RIGHT, vertical.at(tick), "#dddddd", 1);
			svg.text(LEFT - 8, vertical.at(tick) + 4, "end", "#555555", ThreeDigits.of(tick));
		}
		for (double place : places) {
			svg.line(horizontal.at(place), BOTTOM, horizontal.at(place), BOTTOM + 5, "#555555", 1);
			svg.text(horizontal.at(place), BOTTOM + 19, "middle", "#555555", ThreeDigits.of(place));
		}
		svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "#555555", 1);
		svg.text((LEFT + RIGHT) / 2.0, BOTTOM + 38, "middle", "#222222", this.horizontalTitle);
	}

	private static void drawLine(Svg svg, NavigableMap<Double, Double> points, Scale horizontal, Scale vertical,
			String colour) {
		Map.Entry<Double, Double> previous = points.firstEntry();
		for (Map.Entry<Double, Double> point : points.entrySet()) {
			double x = horizontal.at(point.getKey());
			double y = vertical.at(point.getValue());
			svg.line(horizontal.at(previous.getKey()), vertical.at(previous.getValue()), x, y, colour, 2);
			svg.dot(x, y, colour);
			previous = point;
		}
		svg.text(horizontal.at(previous.getKey()) + 8, vertical.at(previous.getValue()) + 4, "start", colour,
				ThreeDigits.of(previous.getValue()));
	}

}
