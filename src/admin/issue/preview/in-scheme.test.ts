import { expect, test } from 'vitest'

import { inScheme } from './in-scheme.ts'

const letter =
  '<meta name="color-scheme" content="light dark"><style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){p{color:#fff}}@media only screen and (max-width:480px){p{margin:0}}</style>'

test.for([
  [
    'light',
    '<meta name="color-scheme" content="light"><style>:root{color-scheme:light}@media (max-width:0){p{color:#fff}}@media only screen and (max-width:480px){p{margin:0}}</style>',
  ],
  [
    'dark',
    '<meta name="color-scheme" content="dark"><style>:root{color-scheme:dark}@media (min-width:0){p{color:#fff}}@media only screen and (max-width:480px){p{margin:0}}</style>',
  ],
] as const)(
  'a letter is drawn %s whatever the computer prefers, and as wide as before',
  ([scheme, drawn]) => {
    expect(inScheme(letter, scheme)).toBe(drawn)
  },
)
