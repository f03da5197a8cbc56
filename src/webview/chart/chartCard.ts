import type { ChartBlock, Provenance } from '../../core/report/report';
import type { Connection } from '../connection';
import { element, freshId } from '../dom';
import { icon } from '../icons';
import { menuButton } from '../menu';
import { strings } from '../strings';
import { table } from '../table';
import { drawChart, selections, setRows, type Drawn } from './drawChart';
import { chartExports } from './chartExports';
import { isSingleView } from './fitWidth';
import { slider, type Slider } from './slider';
import type { Stage } from './stage';

/**
 * One chart of the report: title, picture, slider, summary, the data behind it and its exports. It draws when it is
 * scrolled near, again when theme or width change, and takes new rows without starting over.
 */
export class ChartCard {
  readonly element: HTMLElement;
  readonly #picture = element('div', { class: 'picture' });
  readonly #summary = element('p', { class: 'summary' });
  readonly #title = element('h3', { id: freshId('chart') });
  readonly #sliderPlace = element('div');
  readonly #data = element('div', { id: freshId('data'), hidden: true });
  readonly #toggle: HTMLButtonElement;
  #slider: Slider | undefined;
  #drawn: Drawn | undefined;
  /** The specification on screen. */
  #spec = '';
  #wanted = false;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private block: ChartBlock,
    private provenance: Provenance,
    private readonly connection: Connection,
    private readonly stage: Stage,
  ) {
    this.#toggle = element(
      'button',
      {
        type: 'button',
        class: 'quiet',
        'aria-expanded': 'false',
        'aria-controls': this.#data.id,
        onclick: () => this.#showData(this.#data.hidden === true),
      },
      strings.showData(),
    );
    this.#toggle.prepend(icon('table'));
    const exports = chartExports(
      () => ({
        block: this.block,
        provenance: this.provenance,
        palette: stage.palette(),
        width: this.#width(),
        drawn: () => this.appear().then(() => this.#drawn),
      }),
      connection,
    );
    const menu = menuButton(strings.moreOf(block.title), 'dots', exports);
    const bar = element('div', { class: 'chart-bar' }, this.#title, this.#toggle, menu.element);
    this.element = element(
      'figure',
      {
        class: 'chart',
        'aria-labelledby': this.#title.id,
        oncontextmenu: event => {
          event.preventDefault();
          menu.open();
        },
      },
      bar,
      this.#picture,
      this.#sliderPlace,
      this.#summary,
      this.#data,
    );
    this.#picture.style.minHeight = `${expectedHeight(block)}px`;
    this.update(block, provenance);
  }

  update(block: ChartBlock, provenance: Provenance): void {
    const before = this.block;
    this.block = block;
    this.provenance = provenance;
    this.#title.textContent = block.title;
    this.#summary.textContent = block.summary;
    this.#drawn?.stage.setAttribute('aria-label', block.summary);
    this.#toggle.setAttribute('aria-label', strings.showDataOf(block.title));
    this.#updateSlider();
    if (!this.#data.hidden) this.#fillData();
    if (before === block || JSON.stringify(before.data) !== JSON.stringify(block.data)) this.#refresh();
    else if (this.#spec !== JSON.stringify(block.spec)) this.#refresh();
  }

  /** Draws now and from now on; before this the chart only keeps its place. */
  appear(): Promise<void> {
    if (this.#wanted) return this.#turn;
    this.#wanted = true;
    return this.redraw();
  }

  /** Draws anew, keeping what the reader selected: the theme or the room has changed. */
  redraw(): Promise<void> {
    return this.#inTurn(async () => {
      const width = this.#width();
      if (!this.#wanted || width <= 0) return;
      const { palette, tooltip } = this.stage;
      const { block } = this;
      const drawn = await drawChart({
        block,
        palette: palette(),
        width,
        position: this.#slider?.value(),
        state: this.#drawn === undefined ? undefined : selections(this.#drawn.view),
        tooltip,
        onError: error => this.#report(error),
      });
      drawn.view.addEventListener('click', (_, item) => this.#pick(item?.datum));
      this.#drawn?.view.finalize();
      this.#drawn = drawn;
      this.#spec = JSON.stringify(block.spec);
      this.#picture.replaceChildren(drawn.stage);
      this.#picture.style.minHeight = '';
    });
  }

  /** The page has become wider or narrower. */
  resize(): Promise<void> {
    if (!isSingleView(this.block.spec)) return this.redraw();
    return this.#inTurn(async () => {
      const width = this.#width();
      if (width > 0) await this.#drawn?.view.width(width).runAsync();
    });
  }

  dispose(): void {
    this.#wanted = false;
    void this.#inTurn(() => {
      this.#drawn?.view.finalize();
      this.#drawn = undefined;
      return Promise.resolve();
    });
  }

  #refresh(): void {
    if (!this.#wanted) return;
    const drawn = this.#drawn;
    if (drawn === undefined || this.#spec !== JSON.stringify(this.block.spec)) {
      void this.redraw();
      return;
    }
    void this.#inTurn(async () => {
      const { slider: steps } = this.block;
      if (steps !== undefined && this.#slider !== undefined) {
        drawn.view.signal(steps.parameter, this.#slider.value());
      }
      setRows(drawn, this.block);
      await drawn.view.runAsync();
    });
  }

  #updateSlider(): void {
    const { slider: wanted } = this.block;
    if (wanted !== undefined && this.#slider !== undefined) {
      this.#slider.update(wanted);
      return;
    }
    this.#slider =
      wanted &&
      slider(wanted, (parameter, position) => {
        void this.#inTurn(async () => {
          await this.#drawn?.view.signal(parameter, position).runAsync();
        });
      });
    this.#sliderPlace.replaceChildren(...(this.#slider === undefined ? [] : [this.#slider.element]));
  }

  /** A click on a mark moves the slider to the step it stands for. */
  #pick(datum: unknown): void {
    const parameter = this.block.slider?.parameter;
    if (parameter === undefined || typeof datum !== 'object' || datum === null) return;
    this.#slider?.moveTo(Number((datum as Record<string, unknown>)[parameter]));
  }

  #showData(shown: boolean): void {
    if (shown) this.#fillData();
    this.#data.hidden = !shown;
    this.#toggle.setAttribute('aria-expanded', String(shown));
  }

  #fillData(): void {
    this.#data.replaceChildren(table(this.block.table, this.connection));
  }

  /** One thing after another on the same view; what fails says so in the picture's place. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work).catch((error: unknown) => this.#fail(error));
    return this.#turn;
  }

  #fail(error: unknown): void {
    this.#report(error);
    this.#drawn?.view.finalize();
    this.#drawn = undefined;
    this.#spec = '';
    this.#picture.style.minHeight = '';
    this.#picture.replaceChildren(element('p', { class: 'notice' }, strings.notDrawn(reasonOf(error))));
    this.#showData(true);
  }

  #report(error: unknown): void {
    this.connection.post({ type: 'problem', message: `${this.block.id}: ${reasonOf(error)}` });
  }

  #width(): number {
    return Math.floor(this.#picture.clientWidth);
  }
}

/** About as high as the chart will be, so that the page does not jump when it is drawn. */
function expectedHeight({ spec }: ChartBlock): number {
  const { height } = spec;
  return (typeof height === 'number' ? height : 200) + 60;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
