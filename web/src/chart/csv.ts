// The numbers behind a chart as comma-separated values (RFC 4180), with the source as a last comment line.

export type Cell = string | number | null;

/** The whole file. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[], source: string): string {
  const lines = [head, ...rows].map((row) => row.map(cell).join(","));
  return [...lines, `# ${oneLine(source)}`, ""].join("\r\n");
}

/** A cell: a missing number is empty, and a text that a spreadsheet would run as a formula is kept from it by an apostrophe. */
export function cell(content: Cell): string {
  if (content === null) return "";
  if (typeof content === "number") return Number.isFinite(content) ? String(content) : "";
  const text = /^[=+\-@\t\r]/.test(content) ? `'${content}` : content;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text without line breaks. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ").trim();
}
