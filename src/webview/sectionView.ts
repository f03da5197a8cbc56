import type { Block, ChartBlock, DemoBlock, Provenance, Section } from '../core/report/report';
import { ChartCard } from './chart/chartCard';
import type { Stage } from './chart/stage';
import type { Connection } from './connection';
import { element, freshId, setChildren } from './dom';
import { icon } from './icons';
import { table } from './table';

/** A section of the report. Updates in place: a chart that is still there keeps its view, its slider and its table. */
export class SectionView {
  readonly element: HTMLElement;
  readonly #title = element('h2', { id: freshId('section') });
  readonly #caption = element('p', { class: 'muted' });
  readonly #charts = new Map<string, ChartCard>();
  #plain = new Map<string, HTMLElement>();

  constructor(
    private readonly connection: Connection,
    private readonly stage: Stage,
  ) {
    this.element = element('section', { 'aria-labelledby': this.#title.id });
  }

  update({ title, caption, blocks }: Section, provenance: Provenance): void {
    this.#title.textContent = title;
    this.#caption.textContent = caption ?? '';
    this.#caption.hidden = caption === undefined;
    this.#dropMissing(blocks);
    const before = this.#plain;
    this.#plain = new Map();
    const shown = blocks.flatMap(block => this.#show(block, provenance, before));
    setChildren(this.element, [this.#title, this.#caption, ...shown]);
  }

  get firstChart(): ChartCard | undefined {
    return this.#charts.values().next().value;
  }

  dispose(): void {
    this.#dropMissing([]);
  }

  #dropMissing(blocks: readonly Block[]): void {
    for (const [id, card] of this.#charts) {
      if (blocks.some(block => block.kind === 'chart' && block.id === id)) continue;
      this.stage.forget(card);
      card.dispose();
      this.#charts.delete(id);
    }
  }

  #show(block: Block, provenance: Provenance, before: ReadonlyMap<string, HTMLElement>): HTMLElement[] {
    switch (block.kind) {
      case 'chart':
        return [this.#chart(block, provenance)];
      case 'checks':
        // All checks of a report stand together, above its sections.
        return [];
      case 'demo':
        return this.connection.live ? [this.#offer(block, provenance)] : [];
      case 'table':
      case 'text': {
        const key = JSON.stringify(block);
        const shown =
          before.get(key) ??
          (block.kind === 'text' ? element('p', {}, block.text) : table(block, this.connection));
        this.#plain.set(key, shown);
        return [shown];
      }
    }
  }

  #offer({ label, demo, options }: DemoBlock, { seed }: Provenance): HTMLElement {
    return element(
      'button',
      {
        type: 'button',
        class: 'secondary',
        onclick: () => this.connection.post({ type: 'run', demo, seed, options }),
      },
      icon('run'),
      label,
    );
  }

  #chart(block: ChartBlock, provenance: Provenance): HTMLElement {
    const known = this.#charts.get(block.id);
    if (known !== undefined) {
      known.update(block, provenance);
      return known.element;
    }
    const card = new ChartCard(block, provenance, this.connection, this.stage);
    this.#charts.set(block.id, card);
    this.stage.watch(card);
    return card.element;
  }
}
