import { trusted } from './html.ts'

/** Three arches, the middle one open: the sign of the demo network. Decorative beside the name. */
export const mark = trusted(
  '<svg viewBox="0 0 48 36" aria-hidden="true" focusable="false"><path fill="var(--brand-primary)" d="M0 36V17a7 7 0 0 1 14 0V36zM34 36V17a7 7 0 0 1 14 0V36z"/><path fill="var(--brand-accent)" d="M17 36V7a7 7 0 0 1 14 0V36z"/></svg>',
)

/** The same as a file of its own, for browser tabs. It follows the reader's dark mode. */
export const markFile =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -8 52 52"><style>.p{fill:#0b5563}.a{fill:#9a5210}@media (prefers-color-scheme:dark){.p{fill:#6fc4cf}.a{fill:#f0b25a}}</style><path class="p" d="M0 36V17a7 7 0 0 1 14 0V36zM34 36V17a7 7 0 0 1 14 0V36z"/><path class="a" d="M17 36V7a7 7 0 0 1 14 0V36z"/></svg>'
