import ipaddr from 'ipaddr.js'

/** What IANA has given out for global unicast; the rest of IPv6 is special or unassigned. RFC 4291, section 2.4. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address is somewhere on the public internet: not this machine, not its network, not a cloud's metadata
 * service, not an IPv6 form of any of these.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // Takes ::ffff:127.0.0.1 for what it is.
  const ip = ipaddr.process(address)
  if (ip.range() !== 'unicast') return false
  // ::7f00:1, an old IPv6 form of 127.0.0.1, counts as unicast otherwise.
  return ip.kind() === 'ipv4' || ip.match(globalUnicast)
}
