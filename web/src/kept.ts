// What the browser keeps for the reader: two small choices. A browser may refuse to keep anything; then the choice lasts as long as the page.

/** A kept choice, or null. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(`mizan.${key}`);
  } catch {
    return null;
  }
}

/** Keep a choice if the browser lets us. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`mizan.${key}`, value);
  } catch {
    // The choice still holds on this page.
  }
}
