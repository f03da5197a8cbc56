import { reproductionCommand } from '../core/report/reproduction';
import type { OptionValue, Report } from '../core/report/report';
import type { Snapshot } from '../protocol';
import type { Connection } from './connection';
import { Controls } from './controls';
import { element, freshId } from './dom';
import { Gallery } from './gallery';
import { icon } from './icons';
import { menuButton } from './menu';
import { strings } from './strings';

/** The strip above the report: which demonstration, with which seed and options, running or not, and the exports. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly gallery: Gallery;
  readonly #file = element('span', { class: 'file' });
  readonly #seed = element('input', { id: freshId('seed'), type: 'number', step: 1, min: 0, required: true });
  readonly #controls = new Controls();
  readonly #form: HTMLFormElement;
  readonly #run = element('button', { type: 'submit', class: 'primary' }, strings.run());
  readonly #cancel: HTMLButtonElement;
  readonly #export: HTMLElement;
  #demo = '';
  #report: Report | undefined;

  constructor(
    private readonly connection: Connection,
    onGallery: (open: boolean) => void,
  ) {
    this.gallery = new Gallery(
      demo => this.#ask(demo, {}),
      open => {
        this.#form.hidden = open || !connection.live;
        onGallery(open);
      },
    );
    this.#cancel = element(
      'button',
      { type: 'button', class: 'secondary', onclick: () => connection.post({ type: 'cancel' }) },
      strings.cancel(),
    );
    const next = element(
      'button',
      {
        type: 'button',
        class: 'quiet icon-only',
        title: strings.nextSeed(),
        'aria-label': strings.nextSeed(),
        onclick: () => {
          this.#seed.valueAsNumber = this.#seedValue() + 1;
          this.#again();
        },
      },
      icon('next'),
    );
    const seed = element('label', { for: this.#seed.id }, strings.seed());
    this.#form = element(
      'form',
      {
        class: 'controls',
        'aria-label': strings.controls(),
        onchange: () => this.#again(),
        onsubmit: event => {
          event.preventDefault();
          this.#again();
        },
      },
      this.#controls.element,
      element('div', { class: 'field' }, seed, element('div', { class: 'joined' }, this.#seed, next)),
      element('div', { class: 'field buttons' }, this.#run, this.#cancel),
    );
    this.#export = menuButton(strings.exportReport(), 'label', this.#exports()).element;
    const top = element('div', { class: 'top' }, this.gallery.button, this.#file, this.#export);
    this.element = element('header', {}, top, this.gallery.element, this.#form);
  }

  update({ demos, demo, controls, options, seed, file, status, report }: Snapshot): void {
    this.#demo = demo;
    this.#report = report;
    this.gallery.update(demos, demo);
    this.#file.textContent = [file, report?.provenance.format].filter(Boolean).join(' · ');
    if (!this.connection.live) this.#file.append(` · ${strings.seedOf(seed)}`);
    this.#form.hidden = !this.connection.live || !this.gallery.element.hidden;
    this.#export.hidden = report === undefined;
    this.#controls.update(controls, options);
    if (this.#seed !== document.activeElement) this.#seed.value = String(seed);
    const running = status.kind === 'running';
    // Focus must not fall off the page when the button under it goes.
    const focused = document.activeElement;
    this.#run.hidden = running;
    this.#cancel.hidden = !running;
    if (focused === this.#run && running) this.#cancel.focus();
    if (focused === this.#cancel && !running) this.#run.focus();
  }

  #again(): void {
    if (this.#form.reportValidity()) this.#ask(this.#demo, this.#controls.values());
  }

  #ask(demo: string, options: Readonly<Record<string, OptionValue>>): void {
    this.connection.post({ type: 'run', demo, seed: this.#seedValue(), options });
  }

  #seedValue(): number {
    const value = Math.round(this.#seed.valueAsNumber);
    return Number.isSafeInteger(value) && value >= 0 ? value : 0;
  }

  #exports(): { label: string; run: () => void }[] {
    const withReport = (use: (report: Report) => void) => () => {
      if (this.#report !== undefined) use(this.#report);
    };
    const name = (): string => this.#demo;
    const { connection } = this;
    const html = {
      label: strings.saveHtml(),
      run: withReport(() => connection.post({ type: 'save', name: name(), format: 'html', content: '' })),
    };
    return [
      ...(connection.live ? [html] : []),
      {
        label: strings.saveReportJson(),
        run: withReport(report =>
          connection.post({
            type: 'save',
            name: name(),
            format: 'json',
            content: JSON.stringify(report, undefined, 2),
          }),
        ),
      },
      {
        label: strings.copyCommand(),
        run: withReport(({ provenance }) =>
          connection.post({ type: 'copy', text: reproductionCommand(provenance) }),
        ),
      },
    ];
  }
}
