import type { Socket } from 'node:net'
import { Readable, Transform } from 'node:stream'

/** A whole mail as it goes over the wire: CRLF line ends, the last line ended too. */
export interface WireMessage {
  /** With the blank line after it. */
  readonly head: string
  /** In pieces, of which the last one ends the last line. Not empty, and nobody changes it meanwhile. */
  readonly body: readonly Buffer[]
  /** Whether no line of the body begins with a dot and each ends in CRLF, so that it goes over the wire as it is. */
  readonly isTransparent: boolean
}

/** How much of a message had left when something went wrong. Only `whole` can have been taken by the other side. */
export type Progress =
  | 'nothing'
  | 'a-part' // without the final dot, after which alone a server may take it (RFC 5321, section 4.1.1.4)
  | 'whole' // the final dot was written, or may have been

const LINE_END = Buffer.from('\r\n')

/**
 * The message as a stream that knows how far it has come. Its last line end, and with it the final dot, is given only when
 * the socket has let go of all before: a connection that breaks while the message leaves then certainly had no dot.
 *
 * nodemailer looks at each byte on its way for dots at the beginning of a line, which took more than a third of all that is
 * done for a letter. Of a body in which there are none the stream puts the pieces behind that, where they leave as they are.
 */
export function measuredMessage({ head, body, isTransparent }: WireMessage, socket: Socket | null) {
  let progress: Progress = 'nothing'
  const pieces = [...body]
  pieces.push((pieces.pop() ?? LINE_END).subarray(0, -LINE_END.length))

  const pipe = <Destination extends NodeJS.WritableStream>(to: Destination): Destination => {
    // Else nodemailer changed, and it may do as it likes with all of the message.
    const stream = to instanceof Transform ? to : null
    /** What is passed on reaches the socket within this turn of the event loop, and then leaves together. */
    const together = (then: () => void) => {
      socket?.cork()
      setImmediate(() => {
        socket?.uncork()
        then()
      })
    }
    const finish = () => {
      if (socket?.writableNeedDrain || (stream !== null && stream.readableLength > 0)) {
        socket?.once('drain', () => together(finish))
        return
      }
      progress = 'whole'
      together(() => undefined)
      to.end(LINE_END)
    }
    progress = 'a-part'
    together(finish)
    to.write(head)
    for (const piece of pieces) {
      if (isTransparent && stream !== null) stream.push(piece)
      else to.write(piece)
    }
    return to
  }
  return {
    stream: Object.assign(new Readable({ read: () => undefined }), { pipe }),
    progress: () => progress,
  }
}
