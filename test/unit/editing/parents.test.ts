import assert from 'node:assert/strict';
import { destinationAt } from '../../../src/core/editing/parents';
import { configSpace, katib, nested, opened, type Opened } from './opened';

/** What the caret at the nth occurrence of `word` leads to: the text there and its line. */
function leads({ document, spaces }: Opened, word: string, nth = 0): string[] | undefined {
  let offset = -1;
  for (let i = 0; i <= nth; i++) offset = document.text.indexOf(word, offset + 1);
  assert.ok(offset >= 0, word);
  return destinationAt(spaces, document, offset + 1)?.targets.map(({ name }) => {
    const line = document.text.slice(0, name.start).split('\n').length;
    return `${document.text.slice(name.start, name.end).replaceAll('"', '')}:${line}`;
  });
}

describe('going to a parent', () => {
  it('leads from a nested parameter to the one that decides', () => {
    assert.deepEqual(leads(opened(nested, 'json'), '"momentum"'), ['optimizer:2']);
  });

  it('leads from a name in a condition to its declaration, and from the declaration on to the parent', () => {
    const file = opened(configSpace, 'json');
    assert.deepEqual(leads(file, '"solver"', 1), ['solver:3']);
    assert.deepEqual(leads(file, '"beta"', 1), ['beta:4']);
    assert.deepEqual(leads(file, '"beta"'), ['solver:3']);
  });

  it('leads from the references of a Katib trial to its own experiment', () => {
    const file = opened(`${katib('first')}---\n${katib('second')}`);
    assert.deepEqual(leads(file, 'reference: lr', 0), undefined);
    assert.deepEqual(leads(file, 'lr}', 0), ['lr:11']);
    assert.deepEqual(leads(file, 'lr}', 1), ['lr:32']);
    assert.deepEqual(leads(file, '"epochs"', 1), ['epochs:35']);
  });

  it('leads nowhere from what is always active', () => {
    assert.equal(leads(opened(nested, 'json'), '"dropout"'), undefined);
  });
});
