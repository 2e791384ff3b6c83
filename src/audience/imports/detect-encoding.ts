import chardet from 'chardet'

import { type Encoding, encodings } from './file-format.ts'

const SAMPLE_BYTES = 256 * 1024

/** Reads along while a file arrives. */
export interface EncodingDetector {
  add(chunk: Uint8Array): void
  /** To be asked once, when the file has ended. */
  detected(): Encoding
}

/**
 * A mark at the beginning decides; else a file that is UTF-8 throughout is UTF-8; else statistics over those parts that
 * are not ASCII. Keeps no more than a sample of the file.
 */
export function encodingDetector(): EncodingDetector {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let head: Uint8Array = new Uint8Array()
  const samples: Uint8Array[] = []
  let sampled = 0

  const stillUtf8 = (chunk?: Uint8Array): boolean => {
    try {
      if (chunk === undefined) utf8.decode()
      else utf8.decode(chunk, { stream: true })
      return true
    } catch (error) {
      // The platform's only word for bytes that are none of UTF-8.
      if (error instanceof TypeError) return false
      throw error
    }
  }

  return {
    add(chunk) {
      if (head.length < SAMPLE_BYTES) head = Buffer.concat([head, chunk.subarray(0, SAMPLE_BYTES)])
      isUtf8 &&= stillUtf8(chunk)
      if (sampled >= SAMPLE_BYTES || !chunk.some((byte) => byte > 127)) return
      samples.push(chunk.slice(0, SAMPLE_BYTES))
      sampled += chunk.length
    },
    detected: () =>
      markedEncoding(head) ??
      unmarkedUtf16(head) ??
      (isUtf8 && stillUtf8() ? 'utf-8' : likelyEncoding(Buffer.concat(samples))),
  }
}

function markedEncoding([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Half of a table's letters are ASCII (addresses are), and each of them comes with a zero before or after it. */
function unmarkedUtf16(head: Uint8Array): Encoding | null {
  let even = 0
  let odd = 0
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const many = head.length / 8
  if (odd > many && even < many / 16) return 'utf-16le'
  return even > many && odd < many / 16 ? 'utf-16be' : null
}

/** Standard → what Windows writes in its place, and what it is mistaken for. */
const relatives: Readonly<Record<string, readonly Encoding[]>> = {
  'iso-8859-1': ['windows-1252', 'macintosh'],
  'iso-8859-2': ['windows-1250', 'iso-8859-2'],
  'iso-8859-5': ['windows-1251', 'iso-8859-5'],
  'iso-8859-6': ['windows-1256', 'iso-8859-6'],
  'iso-8859-7': ['windows-1253', 'iso-8859-7'],
  'iso-8859-9': ['windows-1254'],
  'koi8-r': ['koi8-u'],
}

function likelyEncoding(sample: Uint8Array): Encoding {
  for (const { name } of chardet.analyse(sample)) {
    const label = name.toLowerCase()
    const own = encodings.find((encoding) => encoding === label)
    const candidates = relatives[label] ?? (own === undefined || own.startsWith('utf') ? [] : [own])
    const [best] = candidates.toSorted((one, other) => letters(other, sample) - letters(one, sample))
    if (best !== undefined) return best
  }
  return 'windows-1252'
}

/** The right one of two relatives makes letters of what the other one makes signs of. */
const letters = (encoding: Encoding, sample: Uint8Array): number =>
  new TextDecoder(encoding).decode(sample).match(/\p{L}/gu)?.length ?? 0
