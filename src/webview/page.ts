import type { PanelMemory, Snapshot, Status } from '../protocol';
import { createStage } from './chart/stage';
import type { Connection } from './connection';
import { element } from './dom';
import { ReportView } from './reportView';
import { StatusView } from './statusView';
import { Toolbar } from './toolbar';

const scrollPause = 200;

/** The page as a whole: draws each snapshot over the one before, and remembers what a reload must bring back. */
export class Page {
  readonly #toolbar: Toolbar;
  readonly #status: StatusView;
  readonly #report: ReportView;
  #memory: PanelMemory | undefined;
  /** Where to scroll once the report of the session before is back. */
  #scrollBack: PanelMemory | undefined;
  #scrollTimer: ReturnType<typeof setTimeout> | undefined;
  #snapshot: Snapshot | undefined;
  #painted = false;
  readonly #content: HTMLElement;
  readonly #question = element('p', { class: 'answer' });
  readonly #title = element('h1');
  /** What stands there while there is no report: what is being asked. */
  readonly #intro = element('div', {}, this.#title, this.#question);

  constructor(
    private readonly root: HTMLElement,
    private readonly connection: Connection,
  ) {
    const content = element('div', { id: 'content', role: connection.live ? 'region' : undefined });
    this.#content = content;
    const stage = createStage(root);
    this.#toolbar = new Toolbar(connection, open => {
      content.hidden = open;
    });
    this.#status = new StatusView(connection);
    this.#report = new ReportView(connection, stage);
    this.#scrollBack = connection.memory;
    content.append(this.#intro, this.#report.element);
    window.addEventListener('scroll', () => this.#rememberScroll(), { passive: true });
  }

  show(snapshot: Snapshot): void {
    if (snapshot.revision <= (this.#snapshot?.revision ?? 0)) return;
    // Until the first snapshot the document's own first frame stays.
    if (this.#snapshot === undefined) {
      this.root.replaceChildren(this.#toolbar.element, this.#status.element, this.#content);
    }
    this.#snapshot = snapshot;
    const { status, report, uri, space, demo, demos, seed, options } = snapshot;
    this.showStatus(status);
    const about = demos.find(({ id }) => id === demo);
    this.#title.textContent = about?.title ?? demo;
    this.#question.textContent = about?.question ?? '';
    if (this.connection.live) this.#content.setAttribute('aria-label', about?.title ?? demo);
    const scroll = this.#scrollBack?.scroll ?? window.scrollY;
    this.#memory = {
      version: 1,
      uri,
      ...(space === undefined ? {} : { space }),
      demo,
      seed,
      options,
      scroll,
    };
    this.connection.remember(this.#memory);
    // On a space nothing can be shown on, the report before would be about another file.
    const shown = status.kind === 'empty' ? undefined : report;
    this.#intro.hidden = shown !== undefined;
    if (shown === undefined) {
      this.#report.clear();
      return;
    }
    void this.#report.update(shown).then(() => this.#seen(snapshot));
  }

  /** What the run is doing, where nothing else has changed. */
  showStatus(status: Status): void {
    if (this.#snapshot === undefined) return;
    this.#toolbar.update({ ...this.#snapshot, status });
    this.#status.update(status, this.#snapshot.report !== undefined);
  }

  /** Shows all topics in place of the report. */
  showGallery(): void {
    this.#toolbar.gallery.show(true);
  }

  /** A report is on screen. */
  #seen({ uri, demo }: Snapshot): void {
    const back = this.#scrollBack;
    this.#scrollBack = undefined;
    if (back?.uri === uri && back.demo === demo) window.scrollTo({ top: back.scroll });
    if (this.#painted) return;
    this.#painted = true;
    this.connection.post({ type: 'painted', milliseconds: performance.now() });
  }

  #rememberScroll(): void {
    clearTimeout(this.#scrollTimer);
    this.#scrollTimer = setTimeout(() => {
      if (this.#memory === undefined || this.#scrollBack !== undefined) return;
      this.#memory = { ...this.#memory, scroll: window.scrollY };
      this.connection.remember(this.#memory);
    }, scrollPause);
  }
}
