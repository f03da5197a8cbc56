import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const style = readFileSync(
  join(__dirname, '..', '..', '..', 'src', 'webview', 'style.css'),
  'utf8',
).replaceAll(/\/\*[^]*?\*\//g, '');
const standalone = /:root\.standalone \{([^}]*)\}/g;

describe('the style of the page', () => {
  const saved = [...style.matchAll(standalone)].map(([, block = '']) => block).join('');
  const themed = style.replaceAll(standalone, '');

  it('names no colour of its own outside the block for saved reports', () => {
    assert.doesNotMatch(themed, /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i);
  });

  it('gives a saved report every variable that is used without a fallback', () => {
    const needed = [...themed.matchAll(/var\((--vscode-[\w-]+)\)/g)].map(([, name = '']) => name);
    const missing = needed.filter(name => !saved.includes(`${name}:`));
    assert.deepEqual([...new Set(missing)], []);
  });
});
