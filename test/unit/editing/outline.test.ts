import assert from 'node:assert/strict';
import { outline, type OutlineItem } from '../../../src/core/editing/outline';
import { groups, katib, nested, opened, type Opened } from './opened';

const outlineOf = ({ document, spaces }: Opened): OutlineItem[] => outline(spaces, document.text);

/** Names with their children in brackets. */
function shape(items: readonly OutlineItem[]): string {
  return items
    .map(({ name, children }) => (children.length === 0 ? name : `${name}(${shape(children)})`))
    .join(' ');
}

function* all(items: readonly OutlineItem[]): Generator<OutlineItem> {
  for (const item of items) {
    yield item;
    yield* all(item.children);
  }
}

describe('the outline', () => {
  it('puts parameters into the groups that the file nests them in', () => {
    const items = outlineOf(opened(groups));
    assert.equal(shape(items), 'lr augmentation(mixup crop(size)) epochs');
    assert.deepEqual(
      [...all(items)].map(({ kind }) => kind),
      ['number', 'group', 'number', 'group', 'choice', 'constant'],
    );
  });

  it('puts conditional parameters under the one that decides, and says when they are active', () => {
    const items = outlineOf(opened(nested, 'json'));
    assert.equal(shape(items), 'optimizer(momentum) dropout');
    assert.match(
      items[0]?.children[0]?.detail ?? '',
      /^when optimizer is sgd · float, uniform, 0\.8 … 0\.99/,
    );
  });

  it('groups by space where a file holds several', () => {
    const items = outlineOf(opened(`${katib('first')}---\n${katib('second')}`));
    assert.equal(shape(items), 'first(lr epochs) second(lr epochs)');
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ['space', 'space'],
    );
  });

  it('gives every item a range that holds its name', () => {
    const texts = [opened(groups), opened(nested, 'json'), opened(`${katib('a')}---\n${katib('b')}`)];
    for (const { range, selection, name } of texts.flatMap(text => [...all(outlineOf(text))])) {
      assert.ok(range.start <= selection.start && selection.end <= range.end, name);
      assert.ok(selection.start < selection.end, name);
    }
  });

  it('ends where conditions run in a circle', () => {
    const { document, spaces } = opened(groups);
    const looped = spaces.map(space => ({
      ...space,
      parameters: space.parameters.map((parameter, i, { length }) => ({
        ...parameter,
        condition: {
          kind: 'in' as const,
          parent: space.parameters[(i + 1) % length]?.name ?? '',
          values: [1],
        },
      })),
    }));
    assert.equal([...all(outline(looped, document.text))].length, 4);
  });
});
