import { LRUCache } from 'lru-cache'

/** Pictures by name, each drawn once however many ask, and again only when it was forgotten for others. */
export interface DrawnCovers {
  get(name: string): Promise<Buffer>
}

/**
 * @param draw the same picture for the same name.
 * @param maxBytes of what is kept; what was asked for longest ago is forgotten first.
 */
export function drawnCovers(draw: (name: string) => Promise<Buffer>, maxBytes: number): DrawnCovers {
  const kept = new LRUCache<string, Buffer>({
    maxSize: maxBytes,
    sizeCalculation: (picture, name) => picture.length + name.length,
    fetchMethod: draw,
  })
  return { get: (name) => kept.forceFetch(name) }
}
