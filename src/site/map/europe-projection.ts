import { geoAzimuthalEqualArea } from 'd3-geo'

/** Units of the map. */
export const WIDTH = 600
export const HEIGHT = 580

/**
 * Europe as the Union's own statistics draw it: equal areas around 52° north, 10° east. https://epsg.io/3035
 */
export const europe = geoAzimuthalEqualArea()
  .rotate([-10, -52])
  .scale(840)
  .translate([266, 322])
  .clipExtent([
    [0, 0],
    [WIDTH, HEIGHT],
  ])

/** Where a place stands on the map. Null: beyond its edge. */
export function placeOnMap(latitude: number, longitude: number): readonly [x: number, y: number] | null {
  const at = europe([longitude, latitude])
  if (at === null) return null
  const [x, y] = at
  return x < 0 || y < 0 || x > WIDTH || y > HEIGHT ? null : [Math.round(x), Math.round(y)]
}
