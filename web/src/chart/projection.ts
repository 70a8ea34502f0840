// Natural Earth, a projection made for maps of the whole world (T. Patterson 2008; polynomial by B. Šavrič et al., 2011).

const RADIAN = Math.PI / 180;

/** Degrees of longitude and latitude onto the plane, north up. */
export function project([longitude, latitude]: readonly number[]): [number, number] {
  const lambda = (longitude ?? 0) * RADIAN;
  const phi = (latitude ?? 0) * RADIAN;
  return [lambda * breadth(phi), -height(phi)];
}

/** The way back, by Newton's steps on the height. */
export function unproject([x, y]: readonly number[]): [number, number] {
  const aim = -(y ?? 0);
  let phi = aim;
  for (let step = 0; step < 12; step += 1) {
    const off = height(phi) - aim;
    phi -= off / ((height(phi + 1e-5) - height(phi - 1e-5)) / 2e-5);
    if (Math.abs(off) < 1e-9) break;
  }
  return [(x ?? 0) / breadth(phi) / RADIAN, phi / RADIAN];
}

function breadth(phi: number): number {
  const p2 = phi * phi;
  const p4 = p2 * p2;
  return 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4));
}

function height(phi: number): number {
  const p2 = phi * phi;
  const p4 = p2 * p2;
  return phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
}
