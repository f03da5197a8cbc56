import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFromPanel, parsePanelMemory, type FromPanel, type PanelMemory } from '../../src/protocol';

const messages: FromPanel[] = [
  { type: 'ready' },
  { type: 'run', demo: 'sampling', seed: 7, options: { count: 64, scramble: true, pair: 'lr wd' } },
  { type: 'cancel' },
  { type: 'retry' },
  { type: 'reveal', parameter: 'lr' },
  { type: 'save', name: 'pairs', format: 'svg', content: '<svg/>' },
  { type: 'copy', text: 'x' },
  { type: 'showLog' },
  { type: 'problem', message: 'x' },
  { type: 'painted', milliseconds: 12.5 },
];

const memory: PanelMemory = {
  version: 1,
  uri: 'file:///sweep.yaml',
  demo: 'sampling',
  seed: 7,
  options: { count: 64 },
  scroll: 120,
};

describe('messages of the page', () => {
  for (const message of messages) {
    it(`${message.type} is read as it was sent`, () => assert.deepEqual(parseFromPanel(message), message));
  }

  it('lose what does not belong to them', () => {
    assert.deepEqual(parseFromPanel({ type: 'cancel', extra: 1 }), { type: 'cancel' });
  });

  it('are refused when a part is missing or of another kind', () => {
    for (const message of messages) {
      for (const key of Object.keys(message)) {
        const broken = { ...message, [key]: { not: 'this' } };
        if (key !== 'options') assert.equal(parseFromPanel(broken), undefined, `${message.type}.${key}`);
      }
    }
    assert.equal(parseFromPanel({ type: 'run', demo: 'x', seed: 1.5, options: {} }), undefined);
    assert.equal(parseFromPanel({ type: 'run', demo: 'x', seed: 1, options: { a: null } }), undefined);
    assert.equal(parseFromPanel({ type: 'save', name: 'x', format: 'exe', content: '' }), undefined);
  });

  it('never throw, whatever arrives', () => {
    fc.assert(fc.property(fc.anything(), data => void parseFromPanel(data)));
  });
});

describe('what the panel remembers', () => {
  it('is read back', () => assert.deepEqual(parsePanelMemory(memory), memory));

  it('is forgotten when it is of another version or damaged', () => {
    assert.equal(parsePanelMemory({ ...memory, version: 0 }), undefined);
    for (const key of Object.keys(memory)) {
      assert.equal(parsePanelMemory({ ...memory, [key]: null }), undefined, key);
    }
  });

  it('never throws, whatever was stored', () => {
    fc.assert(fc.property(fc.anything(), data => void parsePanelMemory(data)));
  });
});
