import { type Html, html } from '../../content/markup/html.ts'
import type { DocumentPoint } from '../../reading/documents/browse-documents.ts'
import { localPath } from '../picture.ts'
import { placeOnMap } from './europe-projection.ts'

const RADIUS = 5
/** How far apart those stand that are at the same place. */
const APART = 9
/** Those around one place make a ring of so many, then a wider one. */
const PER_RING = 6

/**
 * Practices at their places. For those who see and point: the list beside the map leads to the same pages, so the points
 * are no further stops for the keyboard, and are not read out.
 */
export function pointsOnMap(points: readonly DocumentPoint[]): Html {
  const taken = new Map<string, number>()
  return html`<g class="points" aria-hidden="true">${points.map(({ title, url, latitude, longitude }) => {
    const place = placeOnMap(latitude, longitude)
    if (place === null) return null
    const key = place.map((each) => Math.round(each / APART)).join()
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    const [x, y] = beside(place, before)
    return html`<a href="${localPath(url)}" tabindex="-1"><title>${title}</title><circle cx="${x}" cy="${y}" r="${RADIUS}"/></a>`
  })}</g>`
}

/** The first stands on the spot, the others around it. */
function beside([x, y]: readonly [number, number], index: number): readonly [number, number] {
  if (index === 0) return [x, y]
  const ring = Math.ceil(index / PER_RING)
  const turn = ((index - 1) % PER_RING) / PER_RING
  return [
    Math.round(x + ring * APART * Math.cos(2 * Math.PI * turn)),
    Math.round(y + ring * APART * Math.sin(2 * Math.PI * turn)),
  ]
}
