import type { Report } from '../core/report/report';
import type { Stage } from './chart/stage';
import type { Connection } from './connection';
import { element, setChildren } from './dom';
import { painted } from './painted';
import { SectionView } from './sectionView';
import { Verdicts } from './verdicts';

/** The report itself: the answer, what was checked, and the sections. */
export class ReportView {
  readonly element: HTMLElement;
  readonly #title = element('h1');
  readonly #answer = element('p', { class: 'answer' });
  readonly #verdicts: Verdicts;
  readonly #sections = new Map<string, SectionView>();

  constructor(
    private readonly connection: Connection,
    private readonly stage: Stage,
  ) {
    this.#verdicts = new Verdicts(connection);
    this.element = element('article', { hidden: true });
  }

  /** @returns when the first chart is on screen; the others follow as they are scrolled near. */
  async update(report: Report): Promise<void> {
    this.#title.textContent = report.title;
    this.#answer.textContent = report.answer;
    const checks = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap(block => (block.kind === 'checks' ? block.checks : [])),
    );
    this.#verdicts.update(checks);
    const drawn = report.sections.filter(({ blocks }) => blocks.some(({ kind }) => kind !== 'checks'));
    for (const [id, section] of this.#sections) {
      if (drawn.some(wanted => wanted.id === id)) continue;
      section.dispose();
      this.#sections.delete(id);
    }
    const shown = drawn.map(section => {
      const view = this.#sections.get(section.id) ?? new SectionView(this.connection, this.stage);
      this.#sections.set(section.id, view);
      view.update(section, report.provenance);
      return view.element;
    });
    setChildren(this.element, [this.#title, this.#answer, this.#verdicts.element, ...shown]);
    this.element.hidden = false;
    const views = drawn.map(({ id }) => this.#sections.get(id));
    const first = views.find(view => view?.firstChart !== undefined)?.firstChart;
    await (first === undefined ? painted() : this.stage.draw(first));
  }

  clear(): void {
    for (const section of this.#sections.values()) section.dispose();
    this.#sections.clear();
    this.element.replaceChildren();
    this.element.hidden = true;
  }
}
