export type Scheme = 'light' | 'dark'

const asked = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g
/** Conditions that always and never hold. */
const conditions: Readonly<Record<Scheme, string>> = { light: '(max-width:0)', dark: '(min-width:0)' }

/**
 * A letter as a program in this scheme draws it, whatever the editor's own computer prefers. For looking at only: the
 * letter that is sent stays as it is.
 */
export const inScheme = (html: string, scheme: Scheme): string =>
  html
    .replace(asked, conditions[scheme])
    .replace(/color-scheme\s*:\s*light dark/g, `color-scheme:${scheme}`)
    .replace(/(name="(?:supported-)?color-schemes?" content=")light dark"/g, `$1${scheme}"`)
