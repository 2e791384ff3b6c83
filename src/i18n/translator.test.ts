import { expect, test } from 'vitest'

import { translator } from './translator.ts'

test('a locale without interface texts has no translator, so that nothing of ours is shown in it', () => {
  expect(() => translator('ti', 'site')).toThrow('no interface texts in ti')
})
