import assert from 'node:assert/strict';
import { reproductionCommand } from '../../../src/core/report/reproduction';

describe('the command that makes a report again', () => {
  it('states file, seed and every option', () => {
    const command = reproductionCommand({
      demo: 'sampling',
      seed: 7,
      options: { count: 64, scramble: true },
      file: 'sweep.yaml',
      toolVersion: '0.1.0',
    });
    assert.equal(
      command,
      'npx tuning-lens demo sampling sweep.yaml --seed 7 --set count=64 --set scramble=true --html report.html',
    );
  });

  it('quotes what a shell would take apart', () => {
    const command = reproductionCommand({
      demo: 'sampling',
      seed: 1,
      options: { pair: 'lr wd' },
      file: "it's; rm -rf $HOME.yaml",
      toolVersion: '0.1.0',
    });
    assert.match(command, / 'it'\\''s; rm -rf \$HOME\.yaml' /);
    assert.match(command, / --set 'pair=lr wd' /);
  });
});
