import type { Place, Step } from './place';
import type { Field, MapShape, Sample, Shape } from './shape';
import { openFields } from './variants';

/** What the vocabulary says of the collection that holds the caret. */
export interface Held {
  readonly shape: Shape;
  /** Whole items to start from, where the caret stands at the beginning of one. */
  readonly samples: readonly Sample[];
}

/** Follows the steps of a place through a vocabulary. Undefined where it has nothing to say. */
export function shapeAt(root: Shape, { steps }: Place): Held | undefined {
  let held: Held | undefined = { shape: root, samples: [] };
  for (const step of steps.slice(0, -1)) held = held && inside(held.shape, step);
  return held;
}

/** What the shape has under the key or index of a step. */
export function inside(shape: Shape, step: Step): Held | undefined {
  if (step.kind === 'list') {
    return shape.kind === 'list' ? { shape: shape.item, samples: shape.samples ?? [] } : undefined;
  }
  if (shape.kind !== 'map') return undefined;
  const next = fieldOf(shape, step)?.shape ?? shape.members?.shape;
  return next && { shape: next, samples: [] };
}

export function fieldOf(shape: MapShape, step: Step): Field | undefined {
  return step.kind === 'map' ? openFields(shape, step.map).find(({ key }) => key === step.key) : undefined;
}
