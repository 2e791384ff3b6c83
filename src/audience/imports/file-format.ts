import { z } from 'zod'

/** Names that `TextDecoder` understands (https://encoding.spec.whatwg.org/#names-and-labels). The first is the usual one. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1256',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'koi8-u',
  'macintosh',
] as const
export type Encoding = (typeof encodings)[number]

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** By which program a file was written: its columns have a meaning that we know. `other`: none that we know. */
export const fileSources = ['listmonk', 'mailchimp', 'other'] as const
export type FileSource = (typeof fileSources)[number]

export const formatSchema = z.object({
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  hasHeader: z.boolean(),
  source: z.enum(fileSources),
})

/** How a file is to be read. */
export type FileFormat = Readonly<z.infer<typeof formatSchema>>
