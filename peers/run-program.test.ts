import { expect, test } from 'vitest'

import { DEBIAN_PYTHON, runProgram } from './run-program.ts'

test.for([
  ['a program', 'emissary-no-such-program', []],
  ['a program that another is to start', 'env', ['emissary-no-such-program']],
  ['a library of Node', process.execPath, ['--input-type=module', '--eval', 'import "no-such-library"']],
  ['a library of Python', DEBIAN_PYTHON, ['-c', 'import no_such_library']],
] as const)('a peer that lacks %s fails with how to install it', async ([, command, args]) => {
  await expect(runProgram({ name: 'khal', command, installedBy: 'readers' }, args)).rejects.toThrow(
    'khal is not installed. Install it with: apt-get install -y --no-install-recommends',
  )
})

test('a peer that fails is not called missing', async () => {
  const failing = { name: 'sfeed', command: process.execPath, installedBy: 'readers' } as const

  await expect(runProgram(failing, ['--eval', 'throw new Error("no feed")'])).rejects.toThrow('no feed')
})
