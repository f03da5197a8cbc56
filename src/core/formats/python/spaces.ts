import type { FormatId, SearchSpace } from '../../space/searchSpace';

/** The spaces of a module with a name each where there are several, and one with nothing in it where there is none. */
export function named(found: readonly SearchSpace[], format: FormatId): readonly SearchSpace[] {
  const spaces = found.filter(({ parameters, findings }) => parameters.length > 0 || findings.length > 0);
  if (spaces.length === 0) return [emptySpace(format)];
  if (spaces.length === 1) return spaces.map(space => ({ ...space, name: undefined }));
  const taken = new Set<string>();
  return spaces.map(space => {
    const base = space.name ?? 'space';
    let name = base;
    for (let i = 2; taken.has(name); i++) name = `${base} ${i}`;
    taken.add(name);
    return { ...space, name };
  });
}

function emptySpace(format: FormatId): SearchSpace {
  return {
    format,
    dialect: 'python',
    parameters: [],
    forbidden: [],
    budget: {},
    range: { start: 0, end: 0 },
    findings: [],
  };
}
