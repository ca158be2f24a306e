import { expect, test } from 'vitest'
import { clientHash, clientOf } from './client-hash.ts'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:DB8::9', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, client) => {
  expect(clientOf(address)).toBe(client)
})

test('what is kept says nothing of the address, and is the same for it', () => {
  expect(clientHash('203.0.113.7')).toEqual(clientHash('::ffff:203.0.113.7'))
  expect(clientHash('203.0.113.7')).not.toEqual(clientHash('203.0.113.8'))
  expect(clientHash('203.0.113.7').toString('latin1')).not.toContain('203.0.113.7')
})
