import { readFile } from 'node:fs/promises'

import type { Payload } from 'payload'
import sharp from 'sharp'

import { type DemoPicture, demoPictures } from '../network/pictures/all.ts'
import { demoLocales, type ItemKey } from '../network/shapes.ts'
import { findRow } from './keep-row.ts'
import { eachInTurn, type OnProgress } from './progress.ts'
import type { Vocabularies } from './vocabularies.ts'

/** Ids of the pictures by the item they are shown on. */
export type Covers = ReadonlyMap<string, string>

export const coverName = ({ collection, key }: ItemKey): string => `${collection}/${key}`

/** Enough for the largest picture that is made of it, at twice the pixels. */
const WIDTH = 1600

/** Draws the pictures and puts them in the media library. */
export async function loadPictures(
  payload: Payload,
  vocabularies: Vocabularies,
  onProgress: OnProgress,
): Promise<Covers> {
  const covers = new Map<string, string>()
  await eachInTurn('pictures', demoPictures, onProgress, async (picture) => {
    const id = await keepPicture(payload, picture, vocabularies)
    for (const item of picture.shownOn) covers.set(coverName(item), id)
  })
  return covers
}

async function keepPicture(
  payload: Payload,
  { key, alt }: DemoPicture,
  { term }: Vocabularies,
): Promise<string> {
  const filename = `${key}.png`
  const found = await findRow(payload, { collection: 'media', where: { filename: { equals: filename } } })
  const id = found ?? (await upload(payload, filename, { key, alt, licence: term('licences', 'cc-by-4.0') }))
  for (const locale of demoLocales)
    await payload.update({
      collection: 'media',
      id,
      locale,
      data: { alt: alt[locale] },
      depth: 0,
      select: {},
    })
  return id
}

async function upload(
  payload: Payload,
  name: string,
  { key, alt, licence }: Pick<DemoPicture, 'key' | 'alt'> & { readonly licence: string },
): Promise<string> {
  const svg = await readFile(new URL(`../network/pictures/${key}.svg`, import.meta.url))
  const { data, info } = await sharp(svg, { density: 360 })
    .resize(WIDTH)
    .png({ palette: true })
    .toBuffer({ resolveWithObject: true })
  const { id } = await payload.create({
    collection: 'media',
    locale: 'en',
    data: { alt: alt.en, credit: 'Emissary', licence, sample: true },
    file: { data, name, mimetype: 'image/png', size: info.size },
    depth: 0,
  })
  return id
}
