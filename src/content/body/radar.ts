import { type Html, html } from '../markup/html.ts'

export interface RadarProps {
  /** What the picture shows, in words: all its values stand in a table beside it. */
  readonly title: string
  readonly axes: number
  readonly max: number
  /** A value for each axis, null where it was not scored. At most three series. */
  readonly series: readonly (readonly (number | null)[])[]
}

const CENTRE = 150
const RADIUS = 112
const RINGS = 5

/** Numbered axes around a centre; series differ in dash and dot as well as in colour. At least three axes. */
export function radar({ title, axes, max, series }: RadarProps): Html {
  const all = Array.from({ length: axes }, (_, axis) => axis)
  const at = (axis: number, share: number) => point(axis / axes, share * RADIUS)
  return html`<svg viewBox="14 6 272 280" role="img" aria-label="${title}"><g class="web">${Array.from(
    { length: RINGS },
    (_, ring) =>
      html`<polygon class="${ring === RINGS - 1 ? 'rim' : ''}" points="${all.map((axis) => at(axis, (ring + 1) / RINGS)).join(' ')}"/>`,
  )}${all.map((axis) => html`<path d="M${CENTRE} ${CENTRE}L${at(axis, 1).replace(',', ' ')}"/>`)}</g>${series.map(
    (values, index) => line(values, index, (axis, value) => at(axis, value / max)),
  )}${all.map((axis) => {
    const [x, y] = point(axis / axes, RADIUS + 18).split(',')
    return html`<text x="${x}" y="${y}" text-anchor="middle" dominant-baseline="central" aria-hidden="true">${axis + 1}</text>`
  })}</svg>`
}

/** A closed line where every axis is scored; single dots where some are not, since a line would invent the rest. */
function line(
  values: readonly (number | null)[],
  index: number,
  at: (axis: number, value: number) => string,
): Html {
  const points = values.flatMap((value, axis) => (value === null ? [] : at(axis, value)))
  const whole = points.length === values.length
  return html`${whole && html`<polygon class="series-${index}" points="${points.join(' ')}"/>`}${
    (index === 1 || !whole) &&
    points.map((each) => {
      const [x, y] = each.split(',')
      return html`<circle class="dot-${index}" cx="${x}" cy="${y}" r="3.5"/>`
    })
  }`
}

/** `turn` counts from twelve o'clock, clockwise, 1 being the whole circle. */
const point = (turn: number, radius: number): string =>
  [CENTRE + radius * Math.sin(2 * Math.PI * turn), CENTRE - radius * Math.cos(2 * Math.PI * turn)]
    .map((value) => value.toFixed(1))
    .join(',')
