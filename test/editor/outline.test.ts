import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openText, positionOf } from './support';

const nested = `method: random
parameters:
  lr: {min: 0.1, max: 0.5}
  augmentation:
    parameters:
      mixup: {min: 0.0, max: 0.8}
`;

const conditional = `{
  "optimizer": {"_type": "choice", "_value": [
    {"_name": "sgd", "momentum": {"_type": "uniform", "_value": [0.8, 0.99]}},
    {"_name": "adam"}
  ]}
}`;

async function symbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return found ?? [];
}

describe('Outline', () => {
  it('lists the parameters in the groups they are nested in', async () => {
    const found = await symbols(await openText(nested));
    assert.deepEqual(
      found.map(({ name, children }) => [name, children.map(child => child.name)]),
      [
        ['lr', []],
        ['augmentation', ['mixup']],
      ],
    );
    assert.match(found[0]?.detail ?? '', /uniform, 0\.1 … 0\.5/);
  });

  it('goes from a conditional parameter to the one that decides', async () => {
    const document = await openText(conditional, 'json');
    const links = await vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, '"momentum"'),
    );
    const [link] = links;
    assert.ok(link && 'targetUri' in link);
    assert.equal(document.getText(link.targetSelectionRange), '"optimizer"');
  });
});
