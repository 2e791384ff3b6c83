import { trusted } from '../content/markup/html.ts'

const outer = 'M0 36V17a7 7 0 0 1 14 0V36zM34 36V17a7 7 0 0 1 14 0V36z'
const middle = 'M17 36V7a7 7 0 0 1 14 0V36z'

/** Three arches, the middle one open: the network's sign. Decorative beside the name. */
export const mark = trusted(
  `<svg viewBox="0 0 48 36" aria-hidden="true" focusable="false"><path fill="var(--brand-primary)" d="${outer}"/><path fill="var(--brand-accent)" d="${middle}"/></svg>`,
)

const darkStyle = '<style>@media (prefers-color-scheme:dark){.p{fill:#6fc4cf}.a{fill:#f0b25a}}</style>'

const arches = (outside: string, inside: string): string =>
  `<path class="p" fill="${outside}" d="${outer}"/><path class="a" fill="${inside}" d="${middle}"/></svg>`

/** The same as a file: an icon for browser tabs that follows dark mode. */
export const markIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -8 52 52">${darkStyle}${arches('#0b5563', '#9a5210')}`

/**
 * The same for mails, 48 by 36 pixels. Programs that darken a letter tell no picture, so its colours lie between those for
 * light and for dark: they have 3:1 against either ground.
 */
export const markForMails = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="36" viewBox="0 0 48 36">${arches('#3d8c99', '#bd7a2c')}`
