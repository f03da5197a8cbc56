import type { Finding } from '../finding';
import type { OptionValue, Report } from '../report/report';
import type { SearchSpace } from '../space/searchSpace';

/**
 * One demonstration on the open space. A *synchronous* generator: it yields after each small unit of work
 * (about a millisecond), and whoever drives it decides with its own clock when to let others run and when to
 * stop. So the core needs no clock, a cancel is felt at the next yield, and slicing cannot change a result.
 */
export interface Demo {
  /** Kebab case: `sampling`. */
  readonly id: string;
  readonly title: string;
  /** The practitioner's question it answers. */
  readonly question: string;
  /** It shows the same on every space, and without one. */
  readonly withoutSpace?: true | undefined;
  /** The controls that make sense on this space, with their defaults. */
  controls(space: SearchSpace): readonly Control[];
  /**
   * @param input.options one value per control, already resolved by `resolveOptions`.
   * @throws DemoError when nothing can be shown on this space; its message says what would change that.
   */
  run(input: DemoInput): Generator<Progress, Report, void>;
}

export interface DemoInput {
  readonly space: SearchSpace;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly seed: number;
  /** The text the space was read from and what was found in it, where it came from a text. */
  readonly document?: DemoDocument | undefined;
  /** Goes into the report's provenance unread. */
  readonly source: {
    readonly file?: string | undefined;
    readonly format?: string | undefined;
    readonly toolVersion: string;
  };
}

export interface DemoDocument {
  readonly text: string;
  /** Of all its spaces, with ignore comments and severity settings applied. */
  readonly findings: readonly Finding[];
}

export interface Progress {
  /** 0 to 1. */
  readonly fraction: number;
  readonly message: string;
  /** What can be shown so far. */
  readonly partial?: Report | undefined;
}

export type Control =
  | {
      readonly kind: 'number';
      readonly id: string;
      readonly label: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly value: number;
    }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      readonly choices: readonly { readonly value: string; readonly label: string }[];
      readonly value: string;
    }
  | { readonly kind: 'flag'; readonly id: string; readonly label: string; readonly value: boolean };

/** Ends a demonstration with one plain sentence that says what to do. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/** A value for every control: the given one where it is of the right kind and in range (numbers are clamped), else the default. */
export function resolveOptions(
  controls: readonly Control[],
  given: Readonly<Record<string, unknown>>,
): Record<string, OptionValue> {
  return Object.fromEntries(controls.map(control => [control.id, resolve(control, given[control.id])]));
}

function resolve(control: Control, given: unknown): OptionValue {
  switch (control.kind) {
    case 'number': {
      const value = typeof given === 'string' ? Number(given) : given;
      if (typeof value !== 'number' || !Number.isFinite(value)) return control.value;
      const steps = Math.round((value - control.min) / control.step);
      return Math.min(control.max, Math.max(control.min, control.min + steps * control.step));
    }
    case 'choice':
      return control.choices.some(choice => choice.value === given) ? (given as string) : control.value;
    case 'flag':
      return given === true || given === 'true'
        ? true
        : given === false || given === 'false'
          ? false
          : control.value;
  }
}
