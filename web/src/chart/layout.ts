// Where the actors of a network stand: those who deal with each other draw together, all others push apart
// (T. Fruchterman and E. Reingold 1991). It begins on a circle and knows no chance, so the same data give the same picture.

/** A thing to be placed, with half the breadth and height of what is drawn for it. */
export interface Body {
  id: string;
  across: number;
  down: number;
}

export interface Spot {
  x: number;
  y: number;
}

const STEPS = 400;

/** Places within a box; `pull` is 0 to 1. */
export function laidOut(bodies: readonly Body[], ties: readonly { from: string; to: string; pull: number }[], width: number, height: number): Spot[] {
  const place = new Map(bodies.map((body, at) => [body.id, at]));
  const links = ties.map((t) => ({ a: place.get(t.from) ?? -1, b: place.get(t.to) ?? -1, pull: t.pull })).filter(({ a, b }) => a >= 0 && b >= 0 && a !== b);
  const spots = bodies.map((_, at) => ({ x: Math.cos((2 * Math.PI * at) / bodies.length), y: Math.sin((2 * Math.PI * at) / bodies.length) }));
  const ideal = 1.6 / Math.sqrt(Math.max(bodies.length, 1));
  for (let step = 0; step < STEPS; step += 1) settle(spots, links, ideal, 0.12 * (1 - step / STEPS) + 0.002);
  fit(spots, bodies, width, height);
  for (let step = 0; step < 200; step += 1) makeRoom(spots, bodies, width, height);
  return spots;
}

/** One step of pushing and pulling, no longer than `most`. */
function settle(spots: Spot[], links: readonly { a: number; b: number; pull: number }[], ideal: number, most: number): void {
  const force = spots.map(({ x, y }) => ({ x: -0.35 * x, y: -0.35 * y }));
  const act = (a: number, b: number, strength: (distance: number) => number) => {
    const [from, to, left, right] = [spots[a], spots[b], force[a], force[b]];
    if (!from || !to || !left || !right) return;
    const [x, y] = [to.x - from.x || 1e-4 * (b - a), to.y - from.y];
    const distance = Math.hypot(x, y);
    const push = strength(distance) / distance;
    left.x -= x * push;
    left.y -= y * push;
    right.x += x * push;
    right.y += y * push;
  };
  spots.forEach((_, a) => spots.forEach((_, b) => a < b && act(a, b, (d) => (ideal * ideal) / d)));
  for (const { a, b, pull } of links) act(a, b, (d) => -((0.35 + 0.65 * pull) * d * d) / ideal);
  spots.forEach((spot, at) => {
    const { x, y } = force[at] ?? { x: 0, y: 0 };
    const length = Math.hypot(x, y) || 1;
    spot.x += (x / length) * Math.min(length, most);
    spot.y += (y / length) * Math.min(length, most);
  });
}

/** Stretch the places to fill the box. */
function fit(spots: Spot[], bodies: readonly Body[], width: number, height: number): void {
  const [xs, ys] = [spots.map((s) => s.x), spots.map((s) => s.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [across, down] = [Math.max(...bodies.map((b) => b.across)), Math.max(...bodies.map((b) => b.down))];
  for (const spot of spots) {
    spot.x = across + ((spot.x - left) / (right - left || 1)) * Math.max(width - 2 * across, 1);
    spot.y = down + ((spot.y - top) / (bottom - top || 1)) * Math.max(height - 2 * down, 1);
  }
}

/** Push apart what overlaps, along the shorter way, and keep all within the box. */
function makeRoom(spots: Spot[], bodies: readonly Body[], width: number, height: number): void {
  spots.forEach((a, i) =>
    spots.forEach((b, j) => {
      const [one, other] = [bodies[i], bodies[j]];
      if (i >= j || !one || !other) return;
      const x = one.across + other.across - Math.abs(b.x - a.x);
      const y = one.down + other.down - Math.abs(b.y - a.y);
      if (x <= 0 || y <= 0) return;
      const [dx, dy] = x < y ? [(x / 2) * (b.x >= a.x ? 1 : -1), 0] : [0, (y / 2) * (b.y >= a.y ? 1 : -1)];
      a.x -= dx;
      a.y -= dy;
      b.x += dx;
      b.y += dy;
    }),
  );
  spots.forEach((spot, at) => {
    const { across, down } = bodies[at] ?? { across: 0, down: 0 };
    spot.x = Math.min(Math.max(spot.x, across), Math.max(width - across, across));
    spot.y = Math.min(Math.max(spot.y, down), Math.max(height - down, down));
  });
}
