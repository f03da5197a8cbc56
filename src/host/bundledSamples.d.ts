/** The text of every file of `media/samples` by its path below that folder; made by the build. */
declare module 'bundled-samples' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
