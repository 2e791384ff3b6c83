import { trusted } from '../content/markup/html.ts'

const outer = 'M0 36V17a7 7 0 0 1 14 0V36zM34 36V17a7 7 0 0 1 14 0V36z'
const middle = 'M17 36V7a7 7 0 0 1 14 0V36z'

/** Three arches, the middle one open: the network's sign. Decorative beside the name. */
export const mark = trusted(
  `<svg viewBox="0 0 48 36" aria-hidden="true" focusable="false"><path fill="var(--brand-primary)" d="${outer}"/><path fill="var(--brand-accent)" d="${middle}"/></svg>`,
)

const darkStyle = '<style>@media (prefers-color-scheme:dark){.p{fill:#6fc4cf}.a{fill:#f0b25a}}</style>'

/** The same as a file: an icon for browser tabs that follows dark mode, or the plain one, 48 by 36 pixels, for mails. */
export const markFile = (colours: 'light' | 'light-and-dark'): string =>
  [
    colours === 'light'
      ? '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="36" viewBox="0 0 48 36">'
      : `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -8 52 52">${darkStyle}`,
    `<path class="p" fill="#0b5563" d="${outer}"/><path class="a" fill="#9a5210" d="${middle}"/></svg>`,
  ].join('')
