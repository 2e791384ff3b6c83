const encoded = /_([0-9a-f]{1,6})_/gu

/** A segment's key as an NMTOKEN, which identifiers in XLIFF 2 are: what is not plain is spelled `_hex_`. */
export const unitIdOf = (key: string): string =>
  key.replace(/[^A-Za-z0-9.-]/gu, (letter) => `_${letter.codePointAt(0)?.toString(16)}_`)

/** The way back. A name that we never gave comes back as something that no segment is called. */
export const keyOf = (id: string): string =>
  id.replace(encoded, (whole, hex: string) => {
    const point = Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
