// Finds what a page must have. In: a holder and a selector. Out: the element; a page without it is
// a fault of ours, and says which.

export function element(holder: ParentNode, selector: string): HTMLElement {
  const found = holder.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** A new element with attributes and content; text stays text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

export function partOf(id: string): HTMLElement {
  return element(document, `#${id}`);
}
