// Numbers as the reader's language writes them, always with European digits, as in the tables.

const language = typeof document === "undefined" ? "en" : document.documentElement.lang || "en";
const plain = formatter({ maximumSignificantDigits: 3 });
const compact = formatter({ notation: "compact", maximumSignificantDigits: 3 });
const whole = formatter({ maximumFractionDigits: 0 });
const signed = formatter({ maximumSignificantDigits: 3, signDisplay: "exceptZero" });

/** A measured number. */
export function number(value: number): string {
  return printed(Math.abs(value) >= 1000 ? whole.format(value) : plain.format(value));
}

/** A number on an axis, where room is short. */
export function brief(value: number): string {
  return Math.abs(value) >= 1e6 ? printed(compact.format(value)) : number(value);
}

/** A difference, with its sign. */
export function difference(value: number): string {
  return printed(signed.format(value));
}

/** Both ends of an interval. */
export function interval(low: number | null, high: number | null): string | null {
  return low === null || high === null ? null : `${number(low)} … ${number(high)}`;
}

/** Keep a text's own direction from disturbing the line around it. */
export function apart(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Shorten a label to what fits. */
export function short(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("").trimEnd()}…`;
}

/** A step of 1, 2 or 5 times a power of ten that cuts a span into about four. */
export function stepOf(span: number): number {
  const rough = (span || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = [1, 2, 5, 10].find((m) => m * power >= rough * 0.999) ?? 10;
  return tidy(lead * power);
}

/** Without the dust of binary fractions. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** With a true minus sign. */
function printed(text: string): string {
  return text.replace("-", "−");
}

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(`${language}-u-nu-latn`, options);
  } catch {
    return new Intl.NumberFormat("en", options);
  }
}
