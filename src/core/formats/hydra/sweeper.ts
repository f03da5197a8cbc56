import type { TextRange } from '../../text/range';
import { entry, type MapEntry, type MapNode, type SourceDocument, type SourceNode } from '../../text/source';

/** The plugins whose spaces are read; `basic` is Hydra's own sweeper, which tries every combination. */
export type Engine = 'optuna' | 'ax' | 'nevergrad' | 'basic';

/** The part of a Hydra configuration that is about its sweeper, wherever its file puts it. */
export interface Sweeper {
  readonly engine: Engine;
  /** What says which sweeper it is: a default, a `_target_`, or the sweeper's own key. */
  readonly engineRange: TextRange;
  /** What stands under `hydra.sweeper`, and under keys below it. */
  at(...path: readonly string[]): Place | undefined;
  /** The options that the file's defaults choose, by config group: `hydra/sweeper`, `hydra/sweeper/sampler`. */
  readonly defaults: ReadonlyMap<string, Choice>;
}

/** A value with the token that opens it: its key, or nothing where it is the whole file. */
export interface Place {
  readonly key: TextRange;
  readonly value: SourceNode;
}

export interface Choice {
  readonly option: string;
  readonly entry: MapEntry;
}

const header = /^(?:[ \t]*(?:#[^\n]*)?\n)*?[ \t]*#[ \t]*@package:?[ \t]+([\w.]+)/;

/** Undefined where the file configures no sweeper of these. */
export function sweeperOf(document: SourceDocument): Sweeper | undefined {
  const [root] = document.roots;
  if (root?.kind !== 'map') return undefined;
  const stated = header.exec(document.text.slice(0, 5000))?.[1] ?? '_global_';
  const own = stated === '_global_' && entry(root, '_target_') ? 'hydra.sweeper' : stated;
  const base = own === '_global_' ? [] : own.split('.');
  const at = (...path: readonly string[]): Place | undefined =>
    locate(root, base, ['hydra', 'sweeper', ...path]);
  const defaults = chosen(root);
  const found = engineOf(root, at, defaults);
  return found && { ...found, at, defaults };
}

/** A space that stands at `base` of the whole configuration, looked up by its place in the whole. */
function locate(root: MapNode, base: readonly string[], path: readonly string[]): Place | undefined {
  if (!base.every((key, i) => key === path[i])) return undefined;
  let found: Place = { key: { start: root.range.start, end: root.range.start }, value: root };
  for (const key of path.slice(base.length)) {
    const next = entry(found.value, key);
    if (next === undefined) return undefined;
    found = { key: next.key.range, value: next.value };
  }
  return found;
}

function chosen(root: MapNode): Map<string, Choice> {
  const list = entry(root, 'defaults')?.value;
  const items = list?.kind === 'list' ? list.items : [];
  return new Map(
    items.flatMap((item): [string, Choice][] => {
      const first = item.kind === 'map' ? item.entries[0] : undefined;
      const group = first && /^(?:override +)?\/?(hydra\/sweeper(?:\/\w+)?)$/.exec(first.key.text)?.[1];
      return group && first.value.kind === 'scalar'
        ? [[group, { option: first.value.text, entry: first }]]
        : [];
    }),
  );
}

const optunaKeys = ['sampler', 'n_trials', 'direction', 'study_name', 'storage', 'custom_search_space'];

/** The keys that hold a space, or say that a program makes one. */
const spaceKeys = ['params', 'search_space', 'ax_config', 'parametrization', 'custom_search_space'];

function engineOf(
  root: MapNode,
  at: Sweeper['at'],
  defaults: Sweeper['defaults'],
): { engine: Engine; engineRange: TextRange } | undefined {
  const held = at();
  const holds = (...keys: readonly string[]): boolean => keys.some(key => at(key) !== undefined);
  const target = at('_target_');
  const choice = defaults.get('hydra/sweeper');
  const named =
    target?.value.kind === 'scalar'
      ? { text: target.value.text, range: target.value.range }
      : choice && { text: choice.option, range: choice.entry.value.range };
  if (named && !holds(...spaceKeys) && !(held && (choice || target))) return undefined;
  const engineRange = named?.range ?? held?.key ?? root.range;
  const is = (engine: Engine): { engine: Engine; engineRange: TextRange } => ({ engine, engineRange });
  if (named) {
    const engine = (['optuna', 'ax', 'nevergrad', 'basic'] as const).find(word => mentions(named.text, word));
    if (engine) return is(engine);
    if (target || !holds(...optunaKeys)) return undefined;
    return is('optuna');
  }
  if (holds('ax_config') || at('ax_config', 'params')) return is('ax');
  if (holds('parametrization')) return is('nevergrad');
  if (holds(...optunaKeys) && holds('params', 'search_space', 'custom_search_space')) return is('optuna');
  if (looksDeclared(at('search_space')?.value)) return is('optuna');
  return looksSwept(at('params')?.value);

  function looksSwept(
    params: SourceNode | undefined,
  ): { engine: Engine; engineRange: TextRange } | undefined {
    if (params?.kind !== 'map') return undefined;
    const texts = params.entries.flatMap(({ value }) => (value.kind === 'scalar' ? [value.text] : []));
    if (texts.some(text => /^[^,]*\binterval *\(/.test(text))) return is('optuna');
    return texts.some(text => /^(?:choice|range|shuffle|sort|glob|tag) *\(|^[^,()[\]{}]+,/.test(text))
      ? is('basic')
      : undefined;
  }
}

function mentions(text: string, word: string): boolean {
  return word === 'ax' ? /(?:^|[._])ax(?:$|[._])/i.test(text) : text.toLowerCase().includes(word);
}

function looksDeclared(space: SourceNode | undefined): boolean {
  return (
    space?.kind === 'map' &&
    space.entries.some(({ value }) => {
      const type = entry(value, 'type')?.value;
      return type?.kind === 'scalar' && ['int', 'float', 'categorical'].includes(type.text);
    })
  );
}
