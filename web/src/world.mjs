// Writes built/world.json: the countries' outlines as GeoJSON, each under its ISO alpha-3 code.
// The outlines are Natural Earth's (public domain), as the package world-atlas holds them; who holds a disputed land there is Natural Earth's choice, not ours.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const topology = JSON.parse(readFileSync(require.resolve("world-atlas/countries-110m.json"), "utf8"));
const codes = new Map(JSON.parse(readFileSync(require.resolve("i18n-iso-countries/codes.json"), "utf8")).map(([, alpha3, numeric]) => [numeric, alpha3]));

/** Lands without a number in ISO 3166-1. Kosovo has the code that Mizan's table of actors gives it. */
const UNNUMBERED = new Map([["Kosovo", "XKX"], ["N. Cyprus", "XNC"], ["Somaliland", "XSL"]]);

/** A tenth of a degree is finer than a line of the drawing. */
const rounded = (shape) => (typeof shape === "number" ? Math.round(shape * 10) / 10 : shape.map(rounded));

/** The outlines run on across the date line; a flat map must cut them there. Longitudes are first made to run on without a jump, then cut into the three worlds they may lie in. */
function cut(ring) {
  let turn = 0;
  const running = ring.map(([x, y], at) => {
    const step = at === 0 ? 0 : x - ring[at - 1][0];
    turn += step > 180 ? -360 : step < -180 ? 360 : 0;
    return [x + turn, y];
  });
  return [-360, 0, 360].map((world) => within(running, world - 180, world + 180).map(([x, y]) => [x - world, y])).filter((piece) => piece.length > 3);
}

/** The part of a ring between two meridians (Sutherland and Hodgman 1974). */
function within(ring, west, east) {
  const closed = (points) => (points.length > 0 ? [...points, points[0]] : []);
  const eastOf = clipped(ring.slice(0, -1), ([x]) => x >= west, west);
  return closed(clipped(eastOf, ([x]) => x <= east, east));
}

function clipped(points, inside, meridian) {
  return points.flatMap((to, at) => {
    const from = points.at(at - 1);
    const crossing = [meridian, from[1] + ((to[1] - from[1]) * (meridian - from[0])) / (to[0] - from[0] || 1)];
    if (inside(to)) return inside(from) ? [to] : [crossing, to];
    return inside(from) ? [crossing] : [];
  });
}

/** Rounding may leave a point twice in a row. */
const thinned = (ring) => ring.filter((p, at) => at === 0 || p[0] !== ring[at - 1][0] || p[1] !== ring[at - 1][1]);

const polygons = ({ type, coordinates }) =>
  (type === "Polygon" ? [coordinates] : coordinates)
    .flatMap(([outer, ...holes]) => cut(outer).map((piece, at) => (at === 0 ? [piece, ...holes] : [piece])))
    .map((rings) => rings.map((ring) => thinned(rounded(ring))).filter((ring) => ring.length > 3));

const countries = feature(topology, topology.objects.countries).features
  .filter((f) => f.id !== "010")
  .map((f) => ({
    type: "Feature",
    properties: { code: codes.get(f.id) ?? UNNUMBERED.get(f.properties.name) ?? f.properties.name, name: f.properties.name },
    geometry: { type: "MultiPolygon", coordinates: polygons(f.geometry).filter((rings) => rings.length > 0) },
  }));

writeFileSync(new URL("../built/world.json", import.meta.url), `${JSON.stringify({ type: "FeatureCollection", features: countries })}\n`);
