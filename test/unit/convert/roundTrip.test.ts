import assert from 'node:assert/strict';
import fc from 'fast-check';
import { convert } from '../../../src/core/convert/convert';
import { difference } from '../../../src/core/convert/difference';
import { firstRung, reductionFactorOf } from '../../../src/core/convert/firstRung';
import type { ConvertTarget } from '../../../src/core/convert/target';
import { convertTargets } from '../../../src/core/convert/targets';
import { activeParameters, isForbidden } from '../../../src/core/space/conditions';
import type { Domain } from '../../../src/core/space/domain';
import { fromUnit } from '../../../src/core/space/distribution';
import { choiceLabel, sameValue } from '../../../src/core/space/values';
import {
  drawableParameters,
  type Configuration,
  type SearchSpace,
} from '../../../src/core/space/searchSpace';
import type { Value } from '../../../src/core/text/scalars';
import { anySpace, plainSpace } from './arbitrarySpace';
import { readBack } from './readBack';

describe('a search space that is written and read again', () => {
  for (const target of convertTargets) {
    it(`is the same as ${target.label}, or what differs is said`, () => {
      fc.assert(
        fc.property(anySpace, space => holdsWhatIsNotLost(space, target)),
        { numRuns: 60 },
      );
    });
  }

  it('is the same through every pair of formats that lose nothing', () => {
    let held = 0;
    fc.assert(
      fc.property(
        plainSpace,
        fc.constantFrom(...convertTargets),
        fc.constantFrom(...convertTargets),
        (space, first, second) => {
          if (convert(space, first).losses.length > 0) return;
          const there = readBack(space, first).space;
          if (convert(there, second).losses.length > 0) return;
          held++;
          holdsWhatIsNotLost(there, second);
          const back = readBack(there, second).space;
          for (const { name, domain } of drawableParameters(space)) {
            sameDomain(domain, named(back, name), name);
          }
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(held > 50, `${held} pairs held the space`);
  });
});

function holdsWhatIsNotLost(space: SearchSpace, target: ConvertTarget): void {
  const { space: read, losses, text } = readBack(space, target);
  const general = losses.filter(({ parameter }) => parameter === undefined);
  const isLost = (name: string): boolean =>
    losses.some(
      ({ parameter, message }) =>
        parameter === name || (parameter === undefined && message.startsWith(`${name}:`)),
    );
  try {
    for (const { name, domain } of drawableParameters(space)) {
      if (!isLost(name)) sameDomain(domain, named(read, name), name);
    }
    if (losses.length > 0) return;
    sameActivity(space, read);
    assert.equal(read.parameters.length >= drawableParameters(space).length, true);
    if (general.length > 0) return;
    if (space.objective) {
      assert.equal(read.objective?.goal, space.objective.goal);
      assert.equal(read.objective.metric, space.objective.metric);
    }
    if (space.method) {
      assert.ok(sameSearch(space.method.family, read.method?.family), `${read.method?.family}`);
    }
    if (space.budget.trials) assert.equal(read.budget.trials?.value, space.budget.trials.value);
    if (space.budget.parallelTrials) {
      assert.equal(read.budget.parallelTrials?.value, space.budget.parallelTrials.value);
    }
    const { earlyStopping } = space.budget;
    if (earlyStopping) {
      assert.equal(read.budget.earlyStopping?.family, earlyStopping.family);
      assert.equal(read.budget.earlyStopping.maxResource?.value, earlyStopping.maxResource?.value);
      const rung = (of: SearchSpace) =>
        of.budget.earlyStopping && firstRung(of.budget.earlyStopping, reductionFactorOf(of));
      if (earlyStopping.family === 'hyperband') assert.equal(rung(read) ?? 1, rung(space) ?? 1);
    }
  } catch (error) {
    if (error instanceof Error) error.message += `\n${text}`;
    throw error;
  }
}

/** A nested name is read with its parent and choice before it. */
function named(space: SearchSpace, name: string) {
  return space.parameters.find(parameter => parameter.name === name || parameter.name.endsWith(`.${name}`));
}

function sameDomain(
  domain: Domain,
  found: SearchSpace['parameters'][number] | undefined,
  name: string,
): void {
  assert.ok(found?.domain, `${name} is missing`);
  const share = Math.min(
    difference(domain, found.domain),
    difference(asText(domain), asText(found.domain)),
    difference(domain, asNumbers(found.domain)),
  );
  assert.ok(share < 1e-6, `${name}: ${JSON.stringify(domain)} became ${JSON.stringify(found.domain)}`);
}

/** Katib and irace hand everything on as text. */
function asText(domain: Domain): Domain {
  const text = (value: Value): string => {
    const label = choiceLabel(value);
    return label.trim() === '' || Number.isNaN(Number(label)) ? label : String(Number(label));
  };
  if (domain.kind === 'constant') return { kind: 'constant', value: text(domain.value) };
  if (domain.kind !== 'categorical' && domain.kind !== 'ordinal') return domain;
  return { ...domain, choices: domain.choices.map(choice => ({ ...choice, value: text(choice.value) })) };
}

function asNumbers(domain: Domain): Domain {
  if (domain.kind !== 'categorical' && domain.kind !== 'ordinal') return domain;
  return { ...domain, choices: domain.choices.map(choice => ({ ...choice, value: Number(choice.value) })) };
}

/** The same parameters are active, and the same combinations forbidden, whatever is drawn. */
function sameActivity(space: SearchSpace, read: SearchSpace): void {
  for (const u of [0.01, 0.2, 0.4, 0.6, 0.8, 0.99]) {
    const drawn = configuration(space, u);
    const again: Configuration = new Map(
      read.parameters.flatMap(({ name, domain }) => {
        const original = [...drawn.keys()].find(key => name === key || name.endsWith(`.${key}`));
        const value = original === undefined ? undefined : drawn.get(original);
        return value === undefined || !domain ? [] : [[name, matching(domain, value)] as const];
      }),
    );
    const active = (of: SearchSpace, at: Configuration): string[] =>
      activeParameters(of, at).map(({ name }) => name);
    const [wanted, found] = [active(space, drawn), active(read, again)];
    for (const { name } of drawableParameters(space)) {
      const isFound = found.some(other => other === name || other.endsWith(`.${name}`));
      assert.equal(isFound, wanted.includes(name), `${name} when ${JSON.stringify([...drawn])}`);
    }
    if (read.forbidden.length > 0) assert.equal(isForbidden(read, again), isForbidden(space, drawn));
  }
}

function matching(domain: Domain, value: Value): Value {
  if (domain.kind !== 'categorical' && domain.kind !== 'ordinal') return value;
  const { choices } = domain;
  return (
    choices.find(choice => sameValue(choice.value, value) || choice.label === choiceLabel(value))?.value ??
    value
  );
}

function configuration(space: SearchSpace, u: number): Configuration {
  const values = new Map<string, Value>();
  drawableParameters(space).forEach(({ name, domain }, i) => {
    values.set(name, fromUnit(domain, (u + i * 0.37) % 1));
  });
  let active = values;
  for (let before = -1; before !== active.size;) {
    before = active.size;
    const names = new Set(activeParameters(space, active).map(({ name }) => name));
    active = new Map([...active].filter(([name]) => names.has(name)));
  }
  return active;
}

/** Ray names one searcher for several ways to search. */
function sameSearch(wanted: string, found: string | undefined): boolean {
  return wanted === found || found === undefined || found === 'parzen' || found === 'random';
}
