import assert from 'node:assert/strict';
import { vocabularies } from '../../../src/core/editing/vocabulary/index';
import type { Field, MapShape, Shape } from '../../../src/core/editing/shape';
import {
  feasibleSpaceFields,
  objectiveFields,
  parameterFields,
  specFields,
} from '../../../src/core/formats/katib/checks/names';
import { experimentFields } from '../../../src/core/formats/nni/checks/config';
import { hyperbandKeys } from '../../../src/core/formats/wandb/earlyTerminate';
import { distributionKeys } from '../../../src/core/formats/wandb/distributions';
import { metricKeys } from '../../../src/core/formats/wandb/metric';
import { sweepKeys } from '../../../src/core/formats/wandb/topLevel';
import type { FormatId } from '../../../src/core/space/searchSpace';

const rootOf = (id: FormatId): Shape => vocabularies.get(id)?.root() ?? assert.fail(id);

function fieldsOf(shape: Shape | undefined): Field[] {
  if (shape?.kind === 'list') return fieldsOf(shape.item);
  if (shape?.kind !== 'map') return [];
  return [...shape.fields, ...(shape.variants?.all ?? []).flatMap(({ fields }) => fields)];
}

/** The keys at a path; `*` is the name of a parameter. */
function keysAt(id: FormatId, ...path: string[]): string[] {
  let shapes: Shape[] = [rootOf(id)];
  for (const step of path) {
    shapes = shapes.flatMap(shape => {
      if (step === '*') return shape.kind === 'map' && shape.members ? [shape.members.shape] : [];
      return fieldsOf(shape).flatMap(field => (field.key === step ? [field.shape] : []));
    });
  }
  return [...new Set(shapes.flatMap(shape => fieldsOf(shape).map(({ key }) => key)))].sort();
}

const sorted = (keys: Iterable<string>): string[] => [...keys].sort();

describe('the vocabularies', () => {
  it('have every key the readers know', () => {
    assert.deepEqual(keysAt('wandb-sweep'), sorted(sweepKeys));
    assert.deepEqual(keysAt('wandb-sweep', 'metric'), sorted(metricKeys));
    assert.deepEqual(keysAt('wandb-sweep', 'early_terminate'), sorted(hyperbandKeys));
    assert.deepEqual(keysAt('wandb-sweep', 'parameters', '*'), sorted([...distributionKeys, 'parameters']));
    assert.deepEqual(keysAt('katib-experiment', 'spec'), sorted(specFields));
    assert.deepEqual(keysAt('katib-experiment', 'spec', 'objective'), sorted(objectiveFields));
    assert.deepEqual(keysAt('katib-experiment', 'spec', 'parameters'), sorted(parameterFields));
    assert.deepEqual(
      keysAt('katib-experiment', 'spec', 'parameters', 'feasibleSpace'),
      sorted(feasibleSpaceFields),
    );
    assert.deepEqual(keysAt('nni-experiment'), sorted(experimentFields));
  });

  it('explain every key and word in a sentence', () => {
    const seen = new Set<Shape>();
    const check = (shape: Shape, path: string): void => {
      if (seen.has(shape)) return;
      seen.add(shape);
      if (shape.kind === 'list') check(shape.item, `${path}[]`);
      if (shape.kind !== 'map') return;
      for (const field of fieldsOf(shape)) {
        assert.match(field.meaning, /^[A-Z].*\.$/, `${path}.${field.key}`);
        check(field.shape, `${path}.${field.key}`);
      }
      checkWords(shape, path);
      if (shape.members) check(shape.members.shape, `${path}.*`);
    };
    for (const id of vocabularies.keys()) check(rootOf(id), id);
    assert.ok(seen.size > 50);
  });
});

function checkWords({ variants }: MapShape, path: string): void {
  for (const { word } of variants?.all ?? []) {
    if (word) assert.match(word.meaning, /^[A-Z].*\.$/, `${path}: ${word.word}`);
  }
}
