/** What keeps a hostile or mistaken text from costing more than a moment. Real files stay orders below. */

/** In UTF-16 code units. */
export const largestText = 2_000_000;

/** Nesting, aliases expanded. */
export const deepestNesting = 100;

/** Nodes that aliases and merge keys may add to a document. */
export const mostExpandedNodes = 20_000;

export const mostProblems = 100;
