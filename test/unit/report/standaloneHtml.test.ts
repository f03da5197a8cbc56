import assert from 'node:assert/strict';
import { embeddedJson } from '../../../src/core/report/markup';
import type { Report } from '../../../src/core/report/report';
import { standaloneHtml } from '../../../src/core/report/standaloneHtml';

const hostile = '</script><script>alert(1)</script><!-- \u2028 & "quoted"';

const report: Report = {
  version: 1,
  title: hostile,
  answer: hostile,
  provenance: { demo: 'sampling', seed: 7, options: {}, file: hostile, toolVersion: '0.1.0' },
  sections: [],
};

describe('a report as one HTML file', () => {
  const html = standaloneHtml(report, 'const end = "</script>";', 'p { color: red }');

  it('has three script elements and no more, whatever the text of the report', () => {
    assert.equal(html.match(/<script[\s>]/g)?.length, 3);
    assert.equal(html.match(/<\/script/g)?.length, 3);
  });

  it('carries the report unchanged', () => {
    const [, json = ''] = /id="report">(.*?)<\/script>/s.exec(html) ?? [];
    assert.deepEqual(JSON.parse(json), report);
  });

  it('shows title and answer as text before any script has run', () => {
    assert.match(html, /<h1>&lt;\/script&gt;/);
    assert.match(html, /<p role="status">&lt;\/script&gt;/);
  });

  it('forbids everything its own script and style do not need', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    assert.match(policy, /^default-src &#39;none&#39;/);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  });

  it('reaches for nothing outside the file', () => {
    assert.doesNotMatch(html, /\b(src|href)=/);
  });

  it('is the same text each time', () => {
    assert.equal(standaloneHtml(report, '', ''), standaloneHtml(report, '', ''));
  });
});

describe('JSON inside a script element', () => {
  it('holds no character that could end it', () => {
    const text = embeddedJson({ hostile });
    assert.doesNotMatch(text, /[<\u2028\u2029]/);
    assert.deepEqual(JSON.parse(text), { hostile });
  });
});
