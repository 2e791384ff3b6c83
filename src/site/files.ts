import { readFile } from 'node:fs/promises'

import sharp from 'sharp'

import { coverPattern } from '../content/cover-pattern.ts'
import { euEmblem } from '../content/eu-emblem.ts'
import { drawnCovers } from './drawn-covers.ts'
import { markForMails, markIcon } from './mark.ts'
import { lasting } from './responses.ts'
import { fontFiles, lastingScript, scripts, stylesheet, stylesheetPath } from './stylesheet.ts'

const nothing = (): Response => new Response(null, { status: 404 })

const file = (
  content: string | Buffer,
  type: string,
  headers: Readonly<Record<string, string>> = lasting,
): Response =>
  new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', ...headers },
  })

const SCRIPT = 'text/javascript; charset=utf-8'

/** Modules are loaded by other sites as well. https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script */
const forAnySite = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const

/** Keeps its address when it changes. */
const hourly = { 'Cache-Control': 'public, max-age=3600' } as const

/** `/assets/…`: style sheet, script and typefaces. */
export async function answerAsset(name: string): Promise<Response> {
  const path = `/assets/${name}`
  if (path === stylesheetPath) return file(stylesheet, 'text/css; charset=utf-8')
  const script = scripts.get(path)
  if (script !== undefined) return file(script, SCRIPT, { ...lasting, ...forAnySite })
  const present = presentScript(name)
  if (present !== null)
    return new Response(null, { status: 302, headers: { Location: present, ...hourly, ...forAnySite } })
  const forOthers = lastingScript(path)
  if (forOthers !== null) return file(forOthers, SCRIPT, { ...hourly, ...forAnySite })
  const font = fontFiles.get(name)
  return font === undefined ? nothing() : file(await readFile(font), 'font/woff2')
}

/** Where a script is now of which somebody else's page knows an earlier address: it may have kept the one that names it. */
function presentScript(name: string): string | null {
  const [, stem] = /^([a-z-]+)\.[0-9a-f]{12}\.js$/.exec(name) ?? []
  return [...scripts.keys()].find((each) => stem !== undefined && each.startsWith(`/assets/${stem}.`)) ?? null
}

/** May change with the network's design, so browsers ask again after a day. */
const daily = { 'Cache-Control': 'public, max-age=86400' } as const

/** Twice the size at which mails show it. */
const EMBLEM_HEIGHT = 104

/** `/brand/…`: the European emblem and the network's mark, for pages and mails. */
export async function answerBrand(name: string): Promise<Response> {
  switch (name) {
    case 'eu-emblem.svg':
      return file(euEmblem({ height: 180, border: false }), 'image/svg+xml', daily)
    case 'eu-emblem.png':
      return file(await png(euEmblem({ height: EMBLEM_HEIGHT, border: true })), 'image/png', daily)
    case 'icon.svg':
      return file(markIcon, 'image/svg+xml', daily)
    case 'logo.png':
      return file(await png(markForMails), 'image/png', daily)
    default:
      return nothing()
  }
}

interface Cover {
  /** Pixels. */
  readonly width: number
  /** Tiles that fill it. */
  readonly columns: number
  readonly rows: number
}

const mailCover: Cover = { width: 1120, columns: 12, rows: 4 }

/** By the widths that mails and link previews ask for. */
const covers: Readonly<Record<string, Cover>> = {
  '560': { width: 560, columns: 12, rows: 4 },
  '1120': mailCover,
  '1200': { width: 1200, columns: 10, rows: 5 },
}

/** Some two thousand of them. */
const COVER_BYTES = 16 * 1024 ** 2
const kept = drawnCovers(drawCover, COVER_BYTES)

/** `/covers/<id>.png?w=…`: an item's drawn picture, for mails and posts. Any id has one, so it tells nothing about what is stored. */
export async function answerCover(name: string, width: string | null): Promise<Response> {
  const [, id] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.png$/.exec(name) ?? []
  const wanted = width ?? '1120'
  if (id === undefined || !Object.hasOwn(covers, wanted)) return nothing()
  return file(await kept.get(`${id}/${wanted}`), 'image/png')
}

/** @param name id and width, with a slash between. */
function drawCover(name: string): Promise<Buffer> {
  const [id = '', wanted = ''] = name.split('/')
  const { width, columns, rows } = covers[wanted] ?? mailCover
  const drawn = coverPattern(id, { columns, rows, palette: 'light' })
  return sharp(Buffer.from(drawn), { density: 72 * (width / (columns * 40)) })
    .resize(width)
    .png({ palette: true })
    .toBuffer()
}

const png = (svg: string): Promise<Buffer> => sharp(Buffer.from(svg), { density: 144 }).png().toBuffer()
