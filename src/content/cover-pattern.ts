import { createHash } from 'node:crypto'

/**
 * The street: a picture that every item has from the start, built of ten tiles in six colours. It is derived from
 * the item's id, so it never changes. Decorative: always shown with an empty text alternative.
 */
export interface CoverOptions {
  /** Tiles of 40 units. */
  readonly columns: number
  readonly rows: number
  /** `css` takes the page's colours, so that the picture follows dark mode; `light` is for PNG. */
  readonly palette: Palette
}

type Palette = 'css' | 'light'
type Colour = 1 | 2 | 3 | 4 | 5 | 6
type Motif = 'arch' | 'quarter' | 'dome' | 'disc' | 'awning' | 'triangle' | 'window'

interface Tile {
  readonly ground: Colour
  readonly motif?: Motif
  readonly colour?: Colour
  /** Quarter turns, clockwise. */
  readonly turns?: number
}

const TILE = 40

const lightColours = ['#0b5563', '#d98b3a', '#f6e3c5', '#12263a', '#e6dccb', '#8fb8b5'] as const
const sky: Colour = 5

const shapes: Readonly<Record<Motif, string>> = {
  arch: 'M8 40V20a12 12 0 0 1 24 0v20z',
  quarter: 'M0 0h40A40 40 0 0 1 0 40z',
  dome: 'M0 40V20a20 20 0 0 1 40 0v20z',
  disc: 'M8 20a12 12 0 0 1 24 0a12 12 0 0 1-24 0z',
  awning: 'M0 0h8v24a4 4 0 0 1-8 0zM16 0h8v24a4 4 0 0 1-8 0zM32 0h8v24a4 4 0 0 1-8 0z',
  triangle: 'M0 0h40L0 40z',
  window: 'M8 8h10v10H8zM22 8h10v10H22zM8 22h10v10H8zM22 22h10v10H22z',
}

/** Colours that stand out on each wall. */
const onWall: Readonly<Record<Colour, readonly Colour[]>> = {
  1: [3, 2, 6],
  2: [1, 4, 3],
  3: [1, 2, 4],
  4: [2, 3, 6],
  5: [1, 2, 4],
  6: [1, 2, 4],
}

/** Houses side by side: doors at the bottom, sky and a sun at the top. @returns an SVG document. */
export function coverPattern(id: string, options: CoverOptions): string {
  const pick = picker(id)
  const street = new Map<string, Tile>()
  let wall: Colour = sky
  for (let left = 0; left < options.columns; ) {
    const width = Math.min(pick([1, 1, 2, 2, 3]), options.columns - left)
    wall = pick(([1, 3, 4, 6, 1, 6, 2] as const).filter((colour) => colour !== wall))
    const height = pick(heights(options.rows))
    for (const [key, tile] of house({ left, width, height, wall, rows: options.rows, pick }))
      street.set(key, tile)
    left += width
  }
  const free = cells(options).filter(({ x, y }) => y < options.rows - 1 && !street.has(`${x} ${y}`))
  if (free.length > 0) {
    const sun = pick(free)
    street.set(`${sun.x} ${sun.y}`, { ground: sky, motif: 'disc', colour: pick([2, 2, 3]) })
  }
  return svg(options, (x, y) => street.get(`${x} ${y}`) ?? { ground: sky })
}

/** A symmetrical sign on one colour, for what has no place in a street: a publication, a community. */
export function coverEmblem(id: string, options: CoverOptions): string {
  const pick = picker(id)
  const ground = options.rows === 1 ? sky : pick([1, 2, 6, 4, 3] as const)
  const [first, second] = [pick(onWall[ground]), pick(onWall[ground])]
  const middle = (options.columns - 1) / 2
  const motifs = Array.from({ length: options.rows }, () => ({
    centre: pick(['arch', 'dome', 'disc', 'window', 'awning'] as const),
    side: pick(['arch', 'disc', 'dome', 'quarter', 'triangle', null] as const),
  }))
  const edge = (y: number) => options.rows > 2 && (y === 0 || y === options.rows - 1)
  return svg(options, (x, y) => {
    const motif = motifs[y]
    if (motif === undefined || edge(y)) return { ground }
    if (x === middle) return { ground, motif: motif.centre, colour: first }
    if (motif.side === null) return { ground }
    return { ground, motif: motif.side, colour: second, turns: turnsOf(motif.side, x < middle) }
  })
}

/** Only shapes without a foot may be turned: a door that lies on its side is no door. */
const turnsOf = (motif: Motif, left: boolean): number =>
  motif === 'quarter' ? (left ? 2 : 3) : motif === 'triangle' && !left ? 1 : 0

interface House {
  readonly left: number
  readonly width: number
  /** Storeys, the ground floor included. */
  readonly height: number
  readonly wall: Colour
  readonly rows: number
  readonly pick: Picker
}

function house({ left, width, height, wall, rows, pick }: House): (readonly [string, Tile])[] {
  const tiles: [string, Tile][] = []
  const top = rows - height
  const front = pick(['awning', 'window', 'plain', 'window', 'awning'] as const)
  const lit = pick(onWall[wall])
  const columns = Array.from({ length: width }, (_, index) => left + index)
  for (const x of columns) {
    for (let y = top; y < rows; y++)
      tiles.push([`${x} ${y}`, storey({ y, top, rows, wall, front, lit, pick })])
  }
  if (top > 0 && height > 1) tiles.push(...roof({ columns, y: top - 1, wall, pick }))
  return tiles
}

function storey(place: {
  readonly y: number
  readonly top: number
  readonly rows: number
  readonly wall: Colour
  readonly front: 'awning' | 'window' | 'plain'
  readonly lit: Colour
  readonly pick: Picker
}): Tile {
  const { y, top, rows, wall, front, lit, pick } = place
  if (y === rows - 1) return { ground: wall, motif: 'arch', colour: pick(onWall[wall]) }
  if (front === 'awning' && y === top) return { ground: 6, motif: 'awning', colour: pick([1, 2, 4]) }
  if (front === 'plain' && pick([0, 1]) === 0) return { ground: wall }
  return { ground: wall, motif: 'window', colour: lit }
}

function roof(place: {
  readonly columns: readonly number[]
  readonly y: number
  readonly wall: Colour
  readonly pick: Picker
}): [string, Tile][] {
  const { columns, y, wall, pick } = place
  const colour = pick(onWall[sky].filter((other) => other !== wall))
  const middle = columns[Math.floor(columns.length / 2)]
  if (middle === undefined) return []
  const shape = pick(['dome', 'none', 'triangle', 'dome', 'none'] as const)
  if (shape === 'none') return []
  if (shape === 'dome') return [[`${middle} ${y}`, { ground: sky, motif: 'dome', colour }]]
  return columns.map((x, index): [string, Tile] => [
    `${x} ${y}`,
    index === 0
      ? { ground: sky, motif: 'triangle', colour, turns: columns.length === 1 ? 3 : 2 }
      : index === columns.length - 1
        ? { ground: sky, motif: 'triangle', colour, turns: 3 }
        : { ground: colour },
  ])
}

/** In a low picture houses may reach the top; in a higher one there is sky above all of them. */
const heights = (rows: number): readonly number[] =>
  rows < 4 ? [1, 2, 2] : Array.from({ length: rows - 2 }, (_, index) => index + 2)

const cells = ({ columns, rows }: CoverOptions) =>
  Array.from({ length: columns * rows }, (_, index) => ({
    x: index % columns,
    y: Math.floor(index / columns),
  }))

function svg(options: CoverOptions, tileAt: (x: number, y: number) => Tile): string {
  const { columns, rows, palette } = options
  const fill = (colour: Colour) => (palette === 'css' ? `var(--p${colour})` : lightColours[colour - 1])
  const tiles = cells(options).map(({ x, y }) => {
    const { ground, motif, colour, turns = 0 } = tileAt(x, y)
    // A hair wider than the tile, so that no seam shows between neighbours.
    const plain = `<path fill="${fill(ground)}" d="M${x * TILE} ${y * TILE}h40.4v40.4h-40.4z"/>`
    if (motif === undefined || colour === undefined) return plain
    const turn = turns === 0 ? '' : ` rotate(${turns * 90} 20 20)`
    return `${plain}<path fill="${fill(colour)}" transform="translate(${x * TILE} ${y * TILE})${turn}" d="${shapes[motif]}"/>`
  })
  const size = `0 0 ${columns * TILE} ${rows * TILE}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size}" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">${tiles.join('')}</svg>`
}

type Picker = <Choice>(choices: readonly Choice[]) => Choice

/** Chooses by the id alone: the same picture on every machine and for ever. */
function picker(id: string): Picker {
  let block = createHash('sha256').update(id).digest()
  let used = 0
  const nextByte = (): number => {
    if (used === block.length) {
      block = createHash('sha256').update(block).digest()
      used = 0
    }
    return block.readUInt8(used++)
  }
  return (choices) => {
    const choice = choices[nextByte() % choices.length]
    if (choice === undefined) throw new RangeError('nothing to choose from')
    return choice
  }
}
