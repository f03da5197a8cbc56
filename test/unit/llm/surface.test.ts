import assert from 'node:assert/strict';
import { languageModels } from '../../../src/core/llm/languageModel';
import { runOf, type LlmRun, type LlmSetup } from '../../../src/core/llm/run';
import { llmSettings } from '../../../src/core/llm/settings';
import { bestRate, floorLoss, surfaceLoss } from '../../../src/core/llm/surface';
import { constantDomain } from '../../../src/core/space/domains';
import { makeSpace } from '../space/makeSpace';

const [, , model] = languageModels;
assert.ok(model);
const setup: LlmSetup = { model, tuning: 'lora', tokens: 5_000_000 };

function run(values: Readonly<Record<string, number>>, at = setup): LlmRun {
  const named = Object.entries(values);
  const space = makeSpace(Object.fromEntries(named.map(([name, value]) => [name, constantDomain(value)])));
  return runOf(llmSettings(space), at, new Map(named));
}

const atBest = (values: Readonly<Record<string, number>>, factor = 1, at = setup): number => {
  const one = run(values, at);
  return surfaceLoss({ ...one, learningRate: factor * bestRate(one, at) }, at);
};

describe('the response surface of fine-tuning', () => {
  it('is lowest at its best learning rate, and rises faster above it', () => {
    const [below, best, above] = [0.25, 1, 4].map(factor => atBest({}, factor)) as [number, number, number];
    assert.ok(best < below && best < above);
    assert.ok(above - best > below - best);
  });

  it('has the published rate for its best one at the batch of the sweep', () => {
    const one = run({ global_batch_size: 128, max_steps: 780 });
    assert.ok(Math.abs(bestRate(one, setup) / 3e-4 - 1) < 1e-3);
    const full = { ...setup, tuning: 'full' } as const;
    assert.ok(
      Math.abs(bestRate(run({ global_batch_size: 128, max_steps: 780 }, full), full) / 3e-5 - 1) < 1e-3,
    );
  });

  it('wants a rate that grows with the root of the batch and falls with α', () => {
    const rate = (values: Readonly<Record<string, number>>): number =>
      bestRate(run({ max_steps: 5000, ...values }), setup);
    assert.ok(Math.abs(rate({ global_batch_size: 64 }) / rate({ global_batch_size: 16 }) - 2) < 1e-9);
    assert.ok(Math.abs(rate({ lora_alpha: 16 }) / rate({ lora_alpha: 64 }) - 4) < 1e-9);
  });

  it('gains by a second pass and loses by many', () => {
    const [one, two, eight] = [1, 2, 8].map(epochs => atBest({ num_train_epochs: epochs })) as [
      number,
      number,
      number,
    ];
    assert.ok(two < one && eight > one);
  });

  it('falls with tokens towards its floor, unless a small adapter is full', () => {
    const loss = (tokens: number, rank: number): number =>
      atBest({ num_train_epochs: 1, lora_r: rank }, 1, { ...setup, tokens });
    assert.ok(loss(5e7, 64) < loss(5e6, 64));
    assert.ok(loss(5e7, 1) > loss(5e7, 64) + 0.02);
    assert.ok(loss(1e5, 1) - loss(1e5, 64) < 0.01);
    assert.ok(loss(1e10, 256) > floorLoss(setup));
  });

  it('is no number where training diverges', () => {
    assert.ok(Number.isNaN(atBest({}, 31)));
    assert.ok(Number.isFinite(atBest({}, 29)));
  });

  it('ranks a part of the run nearly as the whole, but prefers higher rates in it', () => {
    const rates = [0.25, 0.5, 1, 2, 4];
    const short = rates.map(factor => {
      const one = run({});
      return surfaceLoss({ ...one, learningRate: factor * bestRate(one, setup) }, setup, 0.1);
    });
    assert.ok((short[2] ?? 0) > atBest({}));
    const one = run({});
    assert.ok(bestRate(one, setup, one.steps / 10) > bestRate(one, setup));
  });
});
