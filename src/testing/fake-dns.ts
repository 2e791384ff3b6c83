import dns2 from 'dns2'

type RecordType = 'TXT' | 'MX' | 'A' | 'AAAA'

const { Packet } = dns2

/** A TXT record is made of strings of this length at most, and readers put them together again. RFC 1035, section 3.3.14 */
const STRING_OCTETS = 255

/** A name server on loopback that knows what it was told and says NXDOMAIN to everything else. */
export async function fakeDns() {
  const zone = new Map<string, { readonly type: RecordType; readonly value: string }[]>()
  let isBroken = false

  const server = dns2.createServer({
    udp: true,
    handle: (request, send) => {
      const response = Packet.createResponseFromRequest(request)
      const [question] = request.questions
      const records = zone.get(question?.name.toLowerCase() ?? '')
      if (isBroken) response.header.rcode = Packet.RCODE.SERVFAIL
      else if (records === undefined) response.header.rcode = Packet.RCODE.NXDOMAIN
      else
        for (const { type, value } of records)
          if (question?.type === Packet.TYPE[type])
            response.answers.push(answerOf(question.name, type, value))
      send(response)
    },
  })
  server.on('error', () => undefined)
  await server.listen({ udp: { port: 0, address: '127.0.0.1' } })
  const bound = server.addresses().udp

  return {
    /** As a resolver takes it. */
    address: `127.0.0.1:${bound?.port}`,
    /** One more record. */
    add: (type: RecordType, name: string, value: string): void => {
      zone.set(name, [...(zone.get(name) ?? []), { type, value }])
    },
    /** From now on it has trouble of its own. */
    fail: (): void => {
      isBroken = true
    },
    [Symbol.asyncDispose]: async () => {
      await server.close()
    },
  }
}

function answerOf(name: string, type: RecordType, value: string): InstanceType<typeof Packet.Resource> {
  const answer = new Packet.Resource({ name, type: Packet.TYPE[type], class: Packet.CLASS.IN, ttl: 60 })
  if (type === 'TXT')
    return Object.assign(answer, { data: value.match(new RegExp(`.{1,${STRING_OCTETS}}`, 'g')) ?? [''] })
  if (type === 'MX') return Object.assign(answer, { priority: 10, exchange: value })
  return Object.assign(answer, { address: value })
}
