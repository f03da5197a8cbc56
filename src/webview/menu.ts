import { element, freshId } from './dom';
import { icon } from './icons';

export interface MenuItem {
  readonly label: string;
  run(): void;
}

/**
 * A button that opens a menu: arrow keys walk it, Enter takes, Escape or leaving closes.
 * @param look whether the button shows its label or three dots.
 */
export function menuButton(
  label: string,
  look: 'label' | 'dots',
  items: readonly MenuItem[],
): { element: HTMLElement; open(): void } {
  const id = freshId('menu');
  const dots = look === 'dots';
  const button = element(
    'button',
    {
      type: 'button',
      class: dots ? 'quiet icon-only' : 'secondary',
      'aria-label': dots ? label : undefined,
      title: dots ? label : undefined,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-controls': id,
      onclick: () => (list.hidden ? open() : close()),
    },
    dots ? icon('more') : label,
  );
  const entries = items.map(item =>
    element(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        onclick: () => {
          close();
          button.focus();
          item.run();
        },
      },
      item.label,
    ),
  );
  const list = element(
    'div',
    { id, class: 'menu', role: 'menu', 'aria-label': label, hidden: true },
    ...entries,
  );
  const place = element('div', { class: 'menu-place' }, button, list);

  function open(): void {
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    entries[0]?.focus();
  }

  function close(): void {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  }

  place.addEventListener('focusout', event => {
    if (!(event.relatedTarget instanceof Node && place.contains(event.relatedTarget))) close();
  });
  list.addEventListener('keydown', event => {
    const at = entries.findIndex(entry => entry === document.activeElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      entries.at(target % entries.length)?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
      button.focus();
    }
  });
  return { element: place, open };
}
