import type { Snapshot } from '../protocol';
import { element } from './dom';
import { strings } from './strings';

/** One tab per demonstration. Arrow keys move the focus, Enter or a click chooses. */
export class DemoTabs {
  readonly element = element('div', {
    class: 'tabs',
    role: 'tablist',
    'aria-label': strings.demonstrations(),
  });
  #shown = '';

  constructor(
    private readonly panelId: string,
    private readonly onChoose: (demo: string) => void,
  ) {
    this.element.addEventListener('keydown', event => this.#walk(event));
  }

  update(demos: Snapshot['demos'], chosen: string): void {
    this.element.hidden = demos.length === 0;
    const next = JSON.stringify(demos);
    if (next !== this.#shown) {
      this.#shown = next;
      this.element.replaceChildren(
        ...demos.map(({ id, title, question }) =>
          element(
            'button',
            {
              type: 'button',
              role: 'tab',
              title: question,
              'data-demo': id,
              'aria-controls': this.panelId,
              onclick: () => this.onChoose(id),
            },
            title,
          ),
        ),
      );
    }
    for (const tab of this.#tabs()) {
      const selected = tab.dataset['demo'] === chosen;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
  }

  #walk(event: KeyboardEvent): void {
    const tabs = this.#tabs();
    const at = tabs.findIndex(tab => tab === document.activeElement);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    tabs.at(target % tabs.length)?.focus();
  }

  #tabs(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll<HTMLButtonElement>('[role=tab]')];
  }
}
