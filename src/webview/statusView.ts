import type { Status } from '../protocol';
import type { Connection } from './connection';
import { element, setAttributes } from './dom';
import { strings } from './strings';

/** What is going on: a bar while it runs, one sentence otherwise, and a way out of a failure. */
export class StatusView {
  readonly element: HTMLElement;
  readonly #bar = element('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-label': strings.progress(),
    'aria-valuemin': 0,
    'aria-valuemax': 100,
  });
  readonly #done = element('div', { class: 'progress-done' });
  readonly #message = element('p', { class: 'status', role: 'status' });
  readonly #notice = element('div', { class: 'notice', hidden: true });
  #shown = '';

  constructor(private readonly connection: Connection) {
    this.#bar.append(this.#done);
    this.element = element('div', {}, this.#bar, this.#message, this.#notice);
  }

  /** @param hasReport whether an earlier report stays on the page. */
  update(status: Status, hasReport: boolean): void {
    const running = status.kind === 'running';
    this.#bar.classList.toggle('idle', !running);
    setAttributes(this.#bar, { 'aria-hidden': running ? undefined : 'true' });
    if (running) {
      const percent = Math.round(100 * Math.min(1, Math.max(0, status.fraction)));
      this.#bar.setAttribute('aria-valuenow', String(percent));
      this.#done.style.width = `${percent}%`;
    }
    const message = spoken(status);
    if (this.#message.textContent !== message) this.#message.textContent = message;
    this.#message.classList.toggle('visually-hidden', status.kind === 'done');
    const next = JSON.stringify([status, hasReport]);
    if (running || next !== this.#shown) this.#notice.replaceChildren(...this.#noticeFor(status, hasReport));
    this.#shown = next;
    this.#notice.hidden = this.#notice.childElementCount === 0;
    this.#notice.className = `notice ${status.kind}`;
  }

  #noticeFor(status: Status, hasReport: boolean): HTMLElement[] {
    switch (status.kind) {
      case 'running':
      case 'done':
      case 'cancelled':
        return [];
      case 'empty':
        return [element('p', { role: 'alert' }, status.message)];
      case 'failed':
        return [
          element('p', { role: 'alert' }, status.message),
          ...(hasReport ? [element('p', { class: 'muted' }, strings.olderReport())] : []),
          element(
            'div',
            { class: 'buttons' },
            this.#button(strings.retry(), 'primary', 'retry'),
            this.#button(strings.showLog(), 'secondary', 'showLog'),
          ),
        ];
    }
  }

  #button(label: string, look: string, type: 'retry' | 'showLog'): HTMLElement {
    return element(
      'button',
      { type: 'button', class: look, onclick: () => this.connection.post({ type }) },
      label,
    );
  }
}

function spoken(status: Status): string {
  switch (status.kind) {
    case 'running':
      return status.message;
    case 'done':
      return strings.done();
    case 'cancelled':
      return strings.cancelled();
    case 'empty':
    case 'failed':
      return '';
  }
}
