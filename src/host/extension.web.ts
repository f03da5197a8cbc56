/**
 * The whole extension in one file: what runs in the browser, and at the same time the engine that the desktop
 * reads on first need, so that a package carries it once.
 */
export { activate } from './extension';
export * from './engine';
