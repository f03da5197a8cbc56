import type { Connection } from './connection';
import { element } from './dom';
import { strings } from './strings';

/** A parameter's name that leads to its declaration, where there is somebody to show it. */
export function parameterLink(parameter: string, connection: Connection): HTMLElement {
  if (!connection.live) return element('span', { class: 'parameter' }, parameter);
  return element(
    'button',
    {
      type: 'button',
      class: 'link parameter',
      title: strings.goTo(parameter),
      onclick: () => connection.post({ type: 'reveal', parameter }),
    },
    parameter,
  );
}
