// The few functions of probability that the tests need.

/** ln n! for whole n ≥ 0. */
export function logFactorial(n: number): number {
  for (let next = logs.length; next <= n; next++) logs.push((logs[next - 1] ?? 0) + Math.log(next));
  return logs[n] ?? 0;
}

const logs = [0];

/**
 * P(X ≥ x) of a chi-squared variable with so many degrees of freedom: the regularised upper incomplete gamma function
 * Q(degrees / 2, x / 2), by its series below a + 1 and its continued fraction above (Press et al., Numerical Recipes, 6.2).
 */
export function chiSquaredTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const [a, z] = [degrees / 2, x / 2];
  const scale = Math.exp(a * Math.log(z) - z - logGamma(a));
  return z < a + 1 ? 1 - scale * series(a, z) : scale * fraction(a, z);
}

const PRECISION = 1e-15;
const MOST_STEPS = 10_000;

function series(a: number, z: number): number {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; step < MOST_STEPS && Math.abs(term) > PRECISION * sum; step++) {
    term *= z / (a + step);
    sum += term;
  }
  return sum;
}

function fraction(a: number, z: number): number {
  const tiny = 1e-300;
  let b = z + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let step = 1; step < MOST_STEPS; step++) {
    const numerator = -step * (step - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b, tiny);
    c = nonZero(b + numerator / c, tiny);
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return value;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** ln Γ(a) for a = ½, 1, 1½ … */
function logGamma(a: number): number {
  let [value, at] = Number.isInteger(a) ? [0, 1] : [Math.log(Math.PI) / 2, 0.5];
  for (; at < a; at++) value += Math.log(at);
  return value;
}
