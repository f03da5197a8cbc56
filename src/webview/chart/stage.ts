import type { TooltipHandler } from 'vega';
import { painted } from '../painted';
import { chartTooltip } from './tooltip';
import { readPalette, type Palette } from './palette';
import type { ChartCard } from './chartCard';

const resizePause = 120;
const nearby = '400px';

/** What the charts of the page share: the theme's colours, the tooltip, and who is told when to draw. */
export interface Stage {
  palette(): Palette;
  readonly tooltip: TooltipHandler;
  /** Draws the card when it is scrolled near. */
  watch(card: ChartCard): void;
  /** Draws the card now, ahead of those that are only near; resolves once it is on screen. */
  draw(card: ChartCard): Promise<void>;
  forget(card: ChartCard): void;
}

/** @param page the element whose width the charts share. */
export function createStage(page: HTMLElement): Stage {
  const cards = new Map<Element, ChartCard>();
  let turn: Promise<void> = Promise.resolve();
  let palette = readPalette();

  const near = new IntersectionObserver(
    entries => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        // One after another: a reader sees the first while the others are being drawn.
        turn = turn.then(async () => {
          const card = cards.get(target);
          if (card !== undefined) await show(card);
        });
      }
    },
    { rootMargin: nearby },
  );

  // VS Code writes the colours to the root's style and the kind of theme to the body's class.
  const retheme = afterPause(0, () => {
    const next = readPalette();
    if (JSON.stringify(next) === JSON.stringify(palette)) return;
    palette = next;
    for (const card of cards.values()) void card.redraw();
  });
  const themes = new MutationObserver(retheme);
  for (const target of [document.documentElement, document.body]) {
    themes.observe(target, { attributes: true, attributeFilter: ['class', 'style'] });
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', retheme);

  let width = page.clientWidth;
  const resize = afterPause(resizePause, () => {
    if (page.clientWidth === width) return;
    width = page.clientWidth;
    for (const card of cards.values()) void card.resize();
  });
  new ResizeObserver(resize).observe(page);

  const show = (card: ChartCard): Promise<void> => card.appear().then(painted);

  return {
    palette: () => palette,
    tooltip: chartTooltip(),
    watch: card => {
      cards.set(card.element, card);
      near.observe(card.element);
    },
    draw: card => {
      const drawn = show(card);
      turn = Promise.all([turn, drawn]).then(() => undefined);
      return drawn;
    },
    forget: card => {
      near.unobserve(card.element);
      cards.delete(card.element);
    },
  };
}

/** Runs `work` once things have been quiet for `milliseconds`. */
function afterPause(milliseconds: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
}
