type Child = Node | string | undefined;

/** Handlers are functions under `onclick` and the like; `true` sets a bare attribute; `undefined` and `false` set none. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | undefined | ((event: Event) => void)>
>;

/** An element. Text is only ever text: nothing here parses markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const result = document.createElement(tag);
  setAttributes(result, attributes);
  result.append(...children.filter(child => child !== undefined));
  return result;
}

export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') target.addEventListener(name.slice(2), value);
    else if (value === undefined || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Puts `children` in place of what `parent` holds, moving only the nodes that are not where they belong. */
export function setChildren(parent: Element, children: readonly Element[]): void {
  children.forEach((child, index) => {
    const current = parent.children[index];
    if (current !== child) parent.insertBefore(child, current ?? null);
  });
  while (parent.children.length > children.length) parent.lastElementChild?.remove();
}

let count = 0;

/** An id no other element has. */
export function freshId(prefix: string): string {
  count += 1;
  return `${prefix}-${count}`;
}
