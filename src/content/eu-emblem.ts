/**
 * How the European emblem is to be drawn.
 * https://commission.europa.eu/system/files/2021-05/eu-emblem-rules_de.pdf
 */
export interface EmblemOptions {
  /** Height of the blue field in pixels. Its width is one and a half times that. Never below 38 (1 cm). */
  readonly height: number
  /**
   * Draws the white border that a ground other than white calls for. Wherever we do not control the ground, as in
   * mails, it belongs to the picture; on white it is not seen.
   */
  readonly border: boolean
}

const BLUE = '#003399'
const YELLOW = '#FFCC00'
const HOURS = 12
const POINTS = 5
/** Of a five-pointed star: inner corners over outer points. */
const INNER_RATIO = Math.sin(Math.PI / 10) / Math.sin((3 * Math.PI) / 10)

/** Twelve upright stars at the hours of a clock on a 3:2 field. @returns an SVG document. */
export function euEmblem({ height, border }: EmblemOptions): string {
  const width = height * 1.5
  const margin = border ? height / 25 : 0
  const stars = Array.from({ length: HOURS }, (_, hour) => {
    const centre = onCircle({ x: width / 2, y: height / 2 }, height / 3, hour / HOURS)
    return `<polygon points="${star(centre, height / 18)}"/>`
  })
  const size = { width: width + 2 * margin, height: height + 2 * margin }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${fixed(size.width)}" height="${fixed(size.height)}"`,
    ` viewBox="${fixed(-margin)} ${fixed(-margin)} ${fixed(size.width)} ${fixed(size.height)}">`,
    border && `<rect x="${fixed(-margin)}" y="${fixed(-margin)}" width="100%" height="100%" fill="#FFFFFF"/>`,
    `<rect width="${fixed(width)}" height="${fixed(height)}" fill="${BLUE}"/>`,
    `<g fill="${YELLOW}">${stars.join('')}</g></svg>`,
  ]
    .filter((part) => part !== false)
    .join('')
}

interface Point {
  readonly x: number
  readonly y: number
}

/** `turn` counts from twelve o'clock, clockwise, 1 being the whole circle. */
const onCircle = ({ x, y }: Point, radius: number, turn: number): Point => ({
  x: x + radius * Math.sin(2 * Math.PI * turn),
  y: y - radius * Math.cos(2 * Math.PI * turn),
})

function star(centre: Point, radius: number): string {
  return Array.from({ length: 2 * POINTS }, (_, corner) => {
    const { x, y } = onCircle(centre, corner % 2 === 0 ? radius : radius * INNER_RATIO, corner / (2 * POINTS))
    return `${fixed(x)},${fixed(y)}`
  }).join(' ')
}

/** A thousandth of a pixel is finer than anything that can be printed. */
const fixed = (value: number): string => String(Number(value.toFixed(3)))
