import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'

/** New at each start: nobody can tell later from the rows which address asked. Each node of several counts for itself. */
const key = randomBytes(32)

/**
 * What stands for a network address where askings are counted. An IPv6 line gives a household 2⁶⁴ addresses: its first
 * 64 bits are taken for one.
 */
export function clientHash(address: string): Buffer {
  return createHmac('sha256', key).update(clientOf(address)).digest()
}

export function clientOf(address: string): string {
  const bare = address.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1]
  if (mapped) return mapped
  return isIPv6(bare) ? firstFour(bare) : bare
}

function firstFour(address: string): string {
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
