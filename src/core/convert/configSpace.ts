import * as l10n from '@vscode/l10n';
import { conditionText } from '../space/conditionText';
import { parentsOf } from '../space/conditions';
import { canDraw } from '../space/distribution';
import type { Condition, DrawableParameter, SearchSpace } from '../space/searchSpace';
import { declareAll } from './candidate';
import { hyperparameters } from './configSpaceHyperparameter';
import { jsonText } from './jsonText';
import type { Losses } from './losses';
import type { ConvertTarget } from './target';
import { drawn, loseSearch } from './unsupported';
import type { Data } from './yamlText';

/** A ConfigSpace in JSON, as `ConfigurationSpace.from_json` reads it. */
export const configSpace: ConvertTarget = {
  id: 'configspace',
  get label() {
    return l10n.t('ConfigSpace (JSON)');
  },
  tool: 'ConfigSpace',
  language: 'json',
  fileName: 'configspace.json',
  write,
};

const { tool } = configSpace;

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses);
  const declarations = declareAll(tool, parameters, hyperparameters, losses);
  loseSearch(tool, space, losses);
  const conditions = parameters.flatMap(({ name, condition }): Data[] => {
    if (!condition || !declarations.has(name)) return [];
    const written = isKnown(condition, declarations) ? conditionOn(name, condition) : undefined;
    if (!written) {
      losses.add(
        l10n.t(
          '{0} cannot express its condition ({1}); here it is always drawn.',
          tool,
          conditionText(condition),
        ),
        name,
      );
    }
    return written ? [written] : [];
  });
  const forbiddens = space.forbidden.flatMap((clause): Data[] => {
    const written = isKnown(clause, declarations) ? forbidden(clause) : undefined;
    if (!written) losses.add(l10n.t('{0} cannot forbid {1}.', tool, conditionText(clause)));
    return written ?? [];
  });
  return jsonText({
    name: space.name ?? null,
    hyperparameters: parameters.flatMap(parameter => {
      const declaration = declarations.get(parameter.name);
      return declaration ? [{ name: parameter.name, ...declaration, ...defaultOf(parameter) }] : [];
    }),
    conditions,
    forbiddens,
    format_version: 0.4,
  });
}

function defaultOf({ domain, default: value }: DrawableParameter): Readonly<Record<string, Data>> {
  const isStated = value !== undefined && domain.kind !== 'constant' && canDraw(domain, value);
  return isStated ? { default_value: value } : {};
}

function isKnown(condition: Condition, declarations: ReadonlyMap<string, unknown>): boolean {
  return parentsOf(condition).every(parent => declarations.has(parent));
}

/** `conditions.py`; comparisons are strict, so an inclusive one is a comparison or equality. */
function conditionOn(child: string, condition: Condition): Data | undefined {
  switch (condition.kind) {
    case 'in': {
      const { parent, values } = condition;
      const [only, ...others] = values;
      if (only === undefined) return undefined;
      return others.length === 0
        ? { child, parent, type: 'EQ', value: only }
        : { child, parent, type: 'IN', values };
    }
    case 'notIn': {
      const { parent, values } = condition;
      return joined(
        child,
        'AND',
        values.map(value => ({ child, parent, type: 'NEQ', value })),
      );
    }
    case 'below':
    case 'above': {
      const { parent, bound, inclusive, kind } = condition;
      const strict = { child, parent, type: kind === 'below' ? 'LT' : 'GT', value: bound };
      return joined(
        child,
        'OR',
        inclusive ? [strict, { child, parent, type: 'EQ', value: bound }] : [strict],
      );
    }
    case 'relation':
      return undefined;
    case 'all':
    case 'any':
      return joined(
        child,
        condition.kind === 'all' ? 'AND' : 'OR',
        condition.of.map(part => conditionOn(child, part)),
      );
  }
}

function joined(child: string, type: 'AND' | 'OR', parts: readonly (Data | undefined)[]): Data | undefined {
  const written = parts.filter(part => part !== undefined);
  if (written.length < parts.length) return undefined;
  return written.length === 1 ? written[0] : { child, type, conditions: written };
}

/** One clause, or several where any of them forbids; undefined for what `forbidden.py` has no clause for. */
function forbidden(clause: Condition): Data[] | undefined {
  switch (clause.kind) {
    case 'in': {
      const { parent, values } = clause;
      const [only, ...others] = values;
      if (only === undefined) return [];
      return [
        others.length === 0
          ? { name: parent, type: 'EQUALS', value: only }
          : { name: parent, type: 'IN', values },
      ];
    }
    case 'any': {
      const parts = clause.of.map(forbidden);
      return parts.every(part => part !== undefined) ? parts.flat() : undefined;
    }
    case 'all': {
      const parts = clause.of.map(forbidden);
      if (!parts.every(part => part?.length === 1)) return undefined;
      return [{ type: 'AND', clauses: parts.flatMap(part => part ?? []) }];
    }
    case 'below':
    case 'above': {
      const sign = clause.kind === 'below' ? 'L' : 'G';
      return [
        { name: clause.parent, type: `CLAUSE_${sign}${clause.inclusive ? 'E' : 'T'}`, value: clause.bound },
      ];
    }
    case 'relation':
      return [{ left: clause.left, right: clause.right, type: `RELATION_${relations[clause.operator]}` }];
    case 'notIn':
      return undefined;
  }
}

const relations = { '<': 'LT', '<=': 'LE', '=': 'EQ', '>=': 'GE', '>': 'GT' } as const;
