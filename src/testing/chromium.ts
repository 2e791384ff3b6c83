import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { projectRoot } from '../run/project-root.ts'

const require = createRequire(import.meta.url)
const home = join(projectRoot, 'node_modules', '.cache', 'emissary')

/** How to start a browser: the program and the environment it needs to find libraries and fonts. */
export interface Chromium {
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

/** Names under which systems install Chromium, where npm brings none for the processor. */
const systemPrograms = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The Chromium that the npm package brings, unpacked once, with the libraries from its archive: a bare machine lacks
 * libnss3, libnspr4 and libexpat.
 * @throws {Error} when there is no Chromium for this system.
 */
export function findChromium(): Chromium {
  const fonts = { FONTCONFIG_FILE: fontConfiguration() }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const executablePath = systemPrograms.find((program) => existsSync(program))
    if (executablePath === undefined)
      throw new Error('browser tests need Chromium: install it on this system')
    return { executablePath, env: fonts }
  }
  const folder = unpacked()
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') },
  }
}

function unpacked(): string {
  const entry = require.resolve('@sparticuz/chromium')
  const root = join(dirname(entry), '..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const folder = join(home, `chromium-${version}`)
  if (existsSync(folder)) return folder

  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const archives = ['chromium.br', 'al2023.tar.br'].map((name) => join(root, 'bin', name))
  // The package unpacks into the folder for temporary files, and asks for its name each time: so in its own process.
  const program = `
    import { inflate } from ${JSON.stringify(pathToFileURL(entry))}
    for (const archive of ${JSON.stringify(archives)}) await inflate(archive)`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, TMPDIR: unfinished },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Chromium could not be unpacked: ${stderr}`)
  if (existsSync(folder)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, folder)
  return folder
}

/** Fonts of our own for every script that we test, so that pictures look alike on every machine, also on one without fonts. */
function fontConfiguration(): string {
  const folders = ['noto-sans', 'noto-sans-arabic', 'noto-serif'].map((name) =>
    dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)),
  )
  const file = join(home, 'fonts.conf')
  mkdirSync(home, { recursive: true })
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(home, 'fonts')}</cachedir>
${alias('serif', 'Noto Serif')}${alias('Georgia', 'Noto Serif')}${alias('sans-serif', 'Noto Sans')}
</fontconfig>
`,
  )
  return file
}

const alias = (family: string, preferred: string): string => `  <alias binding="same">
    <family>${family}</family>
    <prefer><family>${preferred}</family><family>Noto Sans Arabic</family></prefer>
  </alias>
`
