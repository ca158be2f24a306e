import { BlockList, isIP } from 'node:net'

/** Networks that are not the open internet: RFC 6890 and its register of special addresses. */
const closed = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by a carrier's customers
  ['127.0.0.0', 8], // this machine
  ['169.254.0.0', 16], // link-local, where clouds keep their secrets
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // examples
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24], // relays to IPv6
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24],
  ['198.18.0.0', 15], // measurements
  ['198.51.100.0', 24], // examples
  ['203.0.113.0', 24], // examples
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
] as const)
  closed.addSubnet(network, bits, 'ipv4')

/** Of IPv6 only this is given out to the open internet; what lies in it and is none of it is closed again. */
const open = new BlockList()
open.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23], // protocol assignments, among them tunnels that hold an IPv4 address
  ['2001:db8::', 32], // examples
  ['2002::', 16], // holds an IPv4 address
  ['2620:4f:8000::', 48],
  ['3fff::', 20], // examples
  ['5f00::', 16],
] as const)
  closed.addSubnet(network, bits, 'ipv6')

/** Whether an address lies on the open internet. An IPv4 address in IPv6 clothes is none: nobody answers a name with one. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !closed.check(address, 'ipv4')
  return version === 6 && open.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}
