import type { ChartSlider } from '../../core/report/report';
import { element, freshId, setAttributes } from '../dom';

export interface Slider {
  readonly element: HTMLElement;
  value(): number;
  /** As if the reader had moved it there; nothing where it has no such position. */
  moveTo(position: number): void;
  /** Takes new bounds and captions; the position stays, or follows the last step if it stood there. */
  update(next: ChartSlider): void;
}

/** Walks through the steps of a chart with a native range input, so that arrow keys, Home and End do. */
export function slider(first: ChartSlider, onMove: (parameter: string, position: number) => void): Slider {
  let shown = first;
  const id = freshId('slider');
  const label = element('label', { for: id });
  const caption = element('output', { for: id, class: 'caption', 'aria-live': 'polite' });
  const count = element('span', { class: 'count', 'aria-hidden': 'true' });
  const input = element('input', {
    id,
    type: 'range',
    step: 1,
    oninput: () => {
      describe();
      onMove(shown.parameter, input.valueAsNumber);
    },
  });

  function describe(): void {
    const position = input.valueAsNumber;
    count.textContent = `${position} / ${shown.max}`;
    caption.textContent = shown.captions[position - shown.min] ?? '';
  }

  function show(next: ChartSlider, position: number): void {
    shown = next;
    label.textContent = next.label;
    setAttributes(input, { min: next.min, max: next.max });
    input.value = String(Math.min(next.max, Math.max(next.min, position)));
    describe();
  }

  show(first, first.value);
  return {
    element: element('div', { class: 'slider' }, label, input, count, caption),
    value: () => input.valueAsNumber,
    moveTo(position) {
      if (!Number.isInteger(position) || position < shown.min || position > shown.max) return;
      show(shown, position);
      onMove(shown.parameter, position);
    },
    update: next => show(next, input.valueAsNumber === shown.max ? next.value : input.valueAsNumber),
  };
}
