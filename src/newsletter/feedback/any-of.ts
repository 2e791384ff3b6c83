/** One pattern for many phrases: each begins with a word of its own, and letters may be of either case. */
export const anyOf = (phrases: readonly RegExp[]): RegExp =>
  new RegExp(String.raw`\b(?:${phrases.map(({ source }) => source).join('|')})`, 'i')
