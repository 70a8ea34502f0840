// Small makers of elements. Text goes in as text, never as markup: what we show may come from a hostile report.

/** An element with a class, and children that are elements or plain text. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name !== "") element.className = name;
  element.append(...children);
  return element;
}

/** A button that does one thing. */
export function button(name: string, label: string, act: () => void): HTMLButtonElement {
  const element = make("button", name, label);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

/** Only addresses of our own server are followed, whatever the data say. */
export function ownAddress(address: string | null | undefined): string | null {
  return address != null && /^\/(?![/\\])/.test(address) ? address : null;
}
