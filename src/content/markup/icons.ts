import { type Html, html } from './html.ts'

const paths = {
  arrow: 'M3 10h14M12 5l5 5-5 5',
  check: 'm4 10.5 4 4 8-9',
  chevron: 'm5 8 5 5 5-5',
  cross: 'm5 5 10 10M15 5 5 15',
  globe:
    'M2.5 10a7.5 7.5 0 0 1 15 0a7.5 7.5 0 0 1-15 0zM2.5 10h15M10 2.5c5 4.5 5 10.5 0 15M10 2.5c-5 4.5-5 10.5 0 15',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  search: 'M3 8.5a5.5 5.5 0 0 1 11 0a5.5 5.5 0 0 1-11 0zM12.5 12.5 17 17',
  up: 'M10 16V4M5 9l5-5 5 5',
  warning: 'M10 3 2 17h16zM10 8.5v3.5M10 14.5v.2',
} as const

/** Never alone: the words beside it, or the control's name, say what it means. */
export const icon = (name: keyof typeof paths, more: 'flip' | 'chevron' | 'down' | '' = ''): Html =>
  html`<svg class="icon ${more}" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="${paths[name]}"/></svg>`
