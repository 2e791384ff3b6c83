import type { CollectionSlug, RelationshipField, UploadField } from 'payload'

type Extras = Omit<Partial<RelationshipField>, 'type' | 'name' | 'relationTo' | 'hasMany'>

/** A tie to one row of another collection. */
export const toOne = (name: string, relationTo: CollectionSlug, extras: Extras = {}): RelationshipField =>
  ({ name, type: 'relationship', relationTo, ...extras }) as RelationshipField

/** An ordered list of ties to another collection. */
export const toMany = (name: string, relationTo: CollectionSlug, extras: Extras = {}): RelationshipField =>
  ({ name, type: 'relationship', relationTo, hasMany: true, ...extras }) as RelationshipField

/** A picture, document or sound from the media library. */
export const file = (name: string, extras: Omit<Partial<UploadField>, 'type' | 'name'> = {}): UploadField =>
  ({ name, type: 'upload', relationTo: 'media', ...extras }) as UploadField
