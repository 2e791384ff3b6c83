import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { geoContains, geoPath } from 'd3-geo'
import { feature, mergeArcs } from 'topojson-client'
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'

import { europe, HEIGHT, WIDTH } from '../site/map/europe-projection.ts'
import { projectRoot } from './project-root.ts'

/** ISO 3166-1: numeric code, as the atlas names countries, and the two letters by which we do. */
const countries: Readonly<Record<string, string>> = {
  '008': 'AL',
  '040': 'AT',
  '051': 'AM',
  '056': 'BE',
  '070': 'BA',
  '100': 'BG',
  '112': 'BY',
  '191': 'HR',
  '196': 'CY',
  '203': 'CZ',
  '208': 'DK',
  '233': 'EE',
  '246': 'FI',
  '250': 'FR',
  '268': 'GE',
  '276': 'DE',
  '300': 'GR',
  '348': 'HU',
  '352': 'IS',
  '372': 'IE',
  '380': 'IT',
  '428': 'LV',
  '438': 'LI',
  '440': 'LT',
  '442': 'LU',
  '470': 'MT',
  '498': 'MD',
  '499': 'ME',
  '528': 'NL',
  '578': 'NO',
  '616': 'PL',
  '620': 'PT',
  '642': 'RO',
  '688': 'RS',
  '703': 'SK',
  '705': 'SI',
  '724': 'ES',
  '752': 'SE',
  '756': 'CH',
  '792': 'TR',
  '804': 'UA',
  '807': 'MK',
  '826': 'GB',
}
/** The atlas gives these no number. The island of Cyprus is one member state. */
const byName: Readonly<Record<string, string>> = { Kosovo: 'XK', 'N. Cyprus': 'CY' }
/** Where the atlas draws who holds the ground, the map draws what the Union recognises: Crimea belongs to Ukraine. */
const CRIMEA = { longitude: 34.3, latitude: 45.2 } as const

/** In square degrees: coasts keep what can be seen at the size of the map. */
const DETAIL = 0.006
/** Islands smaller than this, in square degrees, are left out; Malta is larger. */
const ISLAND = 0.02
/** A country smaller than this, in pixels of the map, is drawn as a dot beside its outline. */
const SMALL = 60

/** What is drawn without a name. */
const AROUND = 'around'

type Country = (Polygon<{ name: string }> | MultiPolygon<{ name: string }>) & {
  readonly id?: string | number
}
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>

/** Draws `src/site/map/europe.json` from Natural Earth, at 1:50 million, which is in the public domain. */
const atlas = JSON.parse(
  readFileSync(join(projectRoot, 'node_modules/world-atlas/countries-50m.json'), 'utf8'),
) as Atlas
const fine = presimplify(atlas)
const simpler = filter(simplify(fine, DETAIL), filterWeight(fine, ISLAND)) as Atlas
const all = simpler.objects.countries.geometries as unknown as Country[]
const path = geoPath(europe).digits(0)

const codeOf = ({ id, properties }: Country): string | undefined =>
  byName[properties?.name ?? ''] ?? countries[String(id)]

/** Each country's polygons, as the topology names them. */
const polygonsOf = (country: Country) =>
  country.type === 'Polygon' ? [country.arcs] : country.type === 'MultiPolygon' ? country.arcs : []

const shapes = new Map<string, number[][][]>()
for (const country of all)
  for (const arcs of polygonsOf(country)) {
    const shape = feature(simpler, { type: 'Polygon', arcs })
    const isCrimea = geoContains(shape, [CRIMEA.longitude, CRIMEA.latitude])
    const code = isCrimea ? 'UA' : (codeOf(country) ?? AROUND)
    shapes.set(code, [...(shapes.get(code) ?? []), arcs])
  }
const shapeOf = (code: string) => mergeArcs(simpler, [{ type: 'MultiPolygon', arcs: shapes.get(code) ?? [] }])

const drawn = [...shapes.keys()]
  .filter((code) => code !== AROUND)
  .sort()
  .flatMap((code) => {
    const shape = feature(simpler, shapeOf(code))
    const outline = path(shape)
    if (outline === null || outline === '') return []
    const [x, y] = path.centroid(shape).map((each) => Math.round(each))
    return [{ code, path: outline, small: path.area(shape) < SMALL, x, y }]
  })
const around = path(feature(simpler, shapeOf(AROUND)))

writeFileSync(
  join(projectRoot, 'src/site/map/europe.json'),
  `${JSON.stringify(
    {
      source: 'Natural Earth 1:50m (public domain), by world-atlas 2.0.2; drawn by src/run/draw-map.ts',
      width: WIDTH,
      height: HEIGHT,
      around,
      countries: drawn,
    },
    null,
    1,
  )}\n`,
)
