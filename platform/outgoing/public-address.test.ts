import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

test('abuse 52: addresses of this machine, of private networks and of clouds are not public', () => {
  const closed =
    '127.0.0.1 127.255.255.254 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 ' +
    '198.18.0.1 224.0.0.1 239.1.1.1 255.255.255.255 192.0.0.192 :: ::1 fe80::1 fc00::1 fd00:ec2::254 ff02::1 ' +
    '::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 2002:7f00:1:: 2001:0:1::1 2001:db8::1 fe80::1%eth0 ::7f00:1 ' +
    'localhost 2130706433 0x7f.1 127.1'
  for (const address of ['', ...closed.split(' ')]) expect(isPublicAddress(address), address).toBe(false)
})

test('abuse 52: addresses of the open internet are public', () => {
  for (const address of ['8.8.8.8', '172.15.0.1', '172.32.0.1', '193.163.1.1', '2a00:1450::1', '2606:4700::1111'])
    expect(isPublicAddress(address), address).toBe(true)
})

test('abuse 52: no IPv4 address becomes public by being written as IPv6', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicAddress(`::ffff:${address}`)).toBe(false)
      expect(isPublicAddress(`64:ff9b::${address}`)).toBe(false)
    }),
  )
})
