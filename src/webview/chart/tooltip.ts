import type { TooltipHandler } from 'vega';
import { element } from '../dom';
import { isSpec } from './mapSpec';

const mostRows = 10;
const offset = 12;

/** One tooltip for all charts of the page: field and value pairs beside the pointer, kept inside the window. */
export function chartTooltip(): TooltipHandler {
  const box = element('div', { class: 'tooltip', role: 'tooltip', hidden: true });
  document.body.append(box);
  return (_handler, event, _item, value) => {
    const lines = tooltipLines(value);
    box.hidden = lines.length === 0;
    if (box.hidden || !(event instanceof MouseEvent)) return;
    box.replaceChildren(
      ...lines.map(([name, text]) =>
        element(
          'div',
          {},
          name === undefined ? undefined : element('span', { class: 'tooltip-name' }, name),
          element('span', {}, text),
        ),
      ),
    );
    const { clientX, clientY } = event;
    const { innerWidth, innerHeight } = window;
    box.style.left = `${Math.max(0, Math.min(clientX + offset, innerWidth - box.offsetWidth - offset))}px`;
    const below = clientY + offset + box.offsetHeight < innerHeight;
    box.style.top = `${below ? clientY + offset : Math.max(0, clientY - offset - box.offsetHeight)}px`;
  };
}

/** What a tooltip says, line by line; Vega-Lite hands over an object of texts, or one text. */
export function tooltipLines(value: unknown): readonly (readonly [string | undefined, string])[] {
  if (value === undefined || value === null || value === '') return [];
  if (!isSpec(value)) return [[undefined, String(value)]];
  return Object.entries(value)
    .slice(0, mostRows)
    .map(([name, text]) => [name, String(text)] as const);
}
