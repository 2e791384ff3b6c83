/** Where the cities of the demo are, in degrees north and east. */
const places: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  Athens: [37.98, 23.73],
  Barcelona: [41.39, 2.17],
  Berlin: [52.52, 13.4],
  Brussels: [50.85, 4.35],
  Helsinki: [60.17, 24.94],
  London: [51.51, -0.13],
  Lyon: [45.76, 4.84],
  Malmö: [55.61, 13.0],
  Palermo: [38.12, 13.36],
  Thessaloniki: [40.64, 22.94],
  Vienna: [48.21, 16.37],
  Warsaw: [52.23, 21.01],
}

/** @throws {RangeError} when the demo does not know where it is. */
export function placeOfCity(city: string): { readonly latitude: number; readonly longitude: number } {
  const place = places[city]
  if (place === undefined) throw new RangeError(`no place for ${city}`)
  const [latitude, longitude] = place
  return { latitude, longitude }
}
