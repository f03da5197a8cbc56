import type { Control } from '../core/demos/demo';
import type { OptionValue } from '../core/report/report';
import { element, freshId } from './dom';

type Options = Readonly<Record<string, OptionValue>>;
type Field = HTMLInputElement | HTMLSelectElement;

/** The options of a demonstration as labelled inputs. */
export class Controls {
  readonly element = element('div', { class: 'fields' });
  #shown = '';
  readonly #fields = new Map<string, { control: Control; field: Field }>();

  /** Puts the values in place; whoever is typing in a field is not disturbed. */
  update(controls: readonly Control[], options: Options): void {
    const next = JSON.stringify(controls);
    if (next !== this.#shown) {
      this.#shown = next;
      this.#fields.clear();
      this.element.replaceChildren(...controls.map(control => this.#labelled(control)));
    }
    for (const { control, field } of this.#fields.values()) {
      if (field !== document.activeElement) setValue(field, options[control.id] ?? control.value);
    }
  }

  values(): Options {
    return Object.fromEntries(
      [...this.#fields].map(([id, { control, field }]) => [id, valueOf(control, field)]),
    );
  }

  #labelled(control: Control): HTMLElement {
    const field = fieldFor(control);
    field.id = freshId('option');
    this.#fields.set(control.id, { control, field });
    const label = element('label', { for: field.id }, control.label);
    return control.kind === 'flag'
      ? element('div', { class: 'field flag' }, field, label)
      : element('div', { class: 'field' }, label, field);
  }
}

function fieldFor(control: Control): Field {
  switch (control.kind) {
    case 'number': {
      const { min, max, step } = control;
      return element('input', { type: 'number', min, max, step });
    }
    case 'choice':
      return element(
        'select',
        {},
        ...control.choices.map(({ value, label }) => element('option', { value }, label)),
      );
    case 'flag':
      return element('input', { type: 'checkbox' });
  }
}

function setValue(field: Field, value: OptionValue): void {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === true;
  else field.value = String(value);
}

function valueOf(control: Control, field: Field): OptionValue {
  switch (control.kind) {
    case 'number':
      return field.value === '' ? control.value : Number(field.value);
    case 'choice':
      return field.value;
    case 'flag':
      return field instanceof HTMLInputElement && field.checked;
  }
}
