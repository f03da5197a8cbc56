import type { Snapshot } from '../protocol';
import { element, freshId } from './dom';
import { icon } from './icons';
import { strings } from './strings';
import { thumbnail } from './thumbnails';

type Topic = Snapshot['demos'][number];

/**
 * All topics by chapter, each with a picture and its question. A button that names the shown one opens it in the
 * report's place; arrow keys move the focus, Enter or a click chooses, Escape goes back.
 */
export class Gallery {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly #label = element('span');
  #topics: readonly Topic[] = [];
  #shown = '';

  constructor(
    private readonly onChoose: (demo: string) => void,
    private readonly onToggle: (open: boolean) => void,
  ) {
    this.element = element('nav', {
      id: freshId('topics'),
      class: 'topics',
      'aria-label': strings.demonstrations(),
      hidden: true,
    });
    this.element.addEventListener('keydown', event => this.#walk(event));
    this.button = element(
      'button',
      {
        type: 'button',
        class: 'topic-button',
        title: strings.allTopics(),
        'aria-controls': this.element.id,
        'aria-expanded': 'false',
        onclick: () => this.show(this.element.hidden === true),
      },
      this.#label,
      icon('chevron'),
    );
  }

  update(topics: readonly Topic[], chosen: string): void {
    this.button.hidden = topics.length === 0;
    this.#label.textContent = topics.find(({ id }) => id === chosen)?.title ?? '';
    const next = JSON.stringify(topics);
    if (next !== this.#shown) {
      this.#shown = next;
      this.#topics = topics;
      this.element.replaceChildren(...this.#chapters());
    }
    for (const card of this.#cards()) {
      card.toggleAttribute('aria-current', card.dataset['demo'] === chosen);
    }
  }

  show(open: boolean): void {
    if (open && this.#topics.length === 0) return;
    this.element.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
    this.onToggle(open);
    const target = this.#cards().find(card => card.hasAttribute('aria-current')) ?? this.#cards()[0];
    (open ? target : this.button)?.focus();
  }

  #chapters(): HTMLElement[] {
    const chapters = [...new Set(this.#topics.map(({ chapter }) => chapter))];
    return chapters.map(chapter =>
      element(
        'section',
        {},
        element('h2', {}, chapter),
        element(
          'div',
          { class: 'cards' },
          ...this.#topics.filter(topic => topic.chapter === chapter).map(topic => this.#card(topic)),
        ),
      ),
    );
  }

  #card({ id, title, question }: Topic): HTMLElement {
    const choose = (): void => {
      this.show(false);
      this.onChoose(id);
    };
    return element(
      'button',
      { type: 'button', class: 'card', 'data-demo': id, onclick: choose },
      thumbnail(id),
      element('span', { class: 'card-title' }, title),
      element('span', { class: 'card-question' }, question),
    );
  }

  #walk(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.show(false);
      return;
    }
    const cards = this.#cards();
    const at = cards.findIndex(card => card === document.activeElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: -1,
    };
    const target = steps[event.key];
    if (target === undefined) return;
    event.preventDefault();
    cards.at(target % cards.length)?.focus();
  }

  #cards(): HTMLButtonElement[] {
    return [...this.element.querySelectorAll<HTMLButtonElement>('.card')];
  }
}
